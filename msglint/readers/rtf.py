"""Rich text (.rtf): body, tables, headers and footers, notes, comments, text boxes, results of fields.

Not read: deletions, hidden text, instructions of fields, pictures, embedded objects. Places are paragraphs, as a person
sees them, not lines of the file.
"""

from msglint.errors import ReadError
from msglint.formats.packages.package import Limits
from msglint.formats.rtf.text import RtfText
from msglint.formats.rtf.tokens import tokens
from msglint.model.document import Document
from msglint.readers import Source

SUFFIXES = (".rtf",)


def read(source: Source) -> Document:
    """Read a rich text. Raises ReadError where it is cut off, too large or none."""
    data = source.data
    if not data.strip():
        return Document(source.path, "rtf", ())
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf"):
        raise ReadError(source.path, "this is no rtf: give it the suffix that belongs to it")
    limits = Limits()
    if len(data) > limits.part:
        raise ReadError(source.path, f"it is larger than allowed ({limits.part >> 20} MB): split the file")
    text = RtfText()
    begun = False
    for token in tokens(data):
        text.feed(token)
        begun = begun or text.depth > 0
        if begun and text.depth == 0:
            break  # what follows the document's group belongs to no document
    if text.depth:
        raise ReadError(source.path, "this rtf is damaged or cut off: it ends inside a group; save it again")
    return Document(source.path, "rtf", tuple(text.segments()))
