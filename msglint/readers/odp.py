"""OpenDocument presentations, zipped (.odp, .otp) and flat (.fodp): slides with titles, boxes, tables and notes;
comments; footers and what masters put on every slide."""

from msglint.formats.opendocument import package as odf_package
from msglint.formats.opendocument.slides import SlideText
from msglint.model.document import Document
from msglint.readers import Source

SUFFIXES = (".odp", ".otp", ".fodp")


def read(source: Source) -> Document:
    """Read a presentation. Raises ReadError where it is damaged, encrypted, hostile or none."""
    if not source.data:
        return Document(source.path, "odp", ())
    found = odf_package.segments(source.path, source.data, "odp", "presentation", SlideText)
    return Document(source.path, "odp", tuple(found))
