"""OpenDocument texts, zipped (.odt, .ott) and flat (.fodt): body, tables, text boxes, notes, comments, headers and
footers.

Not read: tracked deletions, templates of indexes. Pieces count bytes of their zip part, or of the flat file.
"""

from msglint.formats.opendocument import package as odf_package
from msglint.formats.opendocument.text import OdfText, Scope
from msglint.formats.word.places import Container
from msglint.model.document import Document
from msglint.readers import Source

SUFFIXES = (".odt", ".ott", ".fodt")


def read(source: Source) -> Document:
    """Read a text. Raises ReadError where it is damaged, encrypted, hostile or none."""
    if not source.data:
        return Document(source.path, "odt", ())
    found = odf_package.segments(
        source.path,
        source.data,
        "odt",
        "text",
        lambda part, data, styles: OdfText(part, data, styles, Scope(Container())),
    )
    return Document(source.path, "odt", tuple(found))
