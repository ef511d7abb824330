"""OpenDocument spreadsheets, zipped (.ods, .ots) and flat (.fods): cells as they are shown, comments, text boxes.

A cell or row that stands for many alike is read once, at the first. Numbers and results of formulas have no pieces:
what is shown is only kept beside what is stored.
"""

from msglint.formats.opendocument import package as odf_package
from msglint.formats.opendocument.cells import CellText
from msglint.model.document import Document
from msglint.readers import Source

SUFFIXES = (".ods", ".ots", ".fods")


def read(source: Source) -> Document:
    """Read a spreadsheet. Raises ReadError where it is damaged, encrypted, hostile or none."""
    if not source.data:
        return Document(source.path, "ods", ())
    found = odf_package.segments(source.path, source.data, "ods", "spreadsheet", CellText)
    return Document(source.path, "ods", tuple(found))
