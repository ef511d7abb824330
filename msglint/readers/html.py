"""HTML and Jekyll's, Liquid's, Jinja's and mail templates of it."""

from msglint.formats import placeholders
from msglint.formats.decoding import decode
from msglint.formats.html import markup
from msglint.formats.values import front_matter
from msglint.model.document import Document
from msglint.readers import Source

SUFFIXES = (".html", ".htm", ".xhtml")


def read(source: Source) -> Document:
    """Read HTML. Raises ReadError where its encoding cannot be told."""
    text = decode(source.path, source.data).text
    masked = placeholders.masked(text)
    front = front_matter.read(text, masked)
    body = markup.read(masked[front.end :], front.end)
    metadata = {**body.metadata, **front.metadata}
    return Document(source.path, "html", (*front.segments, *body.segments), {"": text}, metadata)
