"""Correcting OpenDocument files, which are packages or one XML file."""

from collections.abc import Sequence

from msglint.formats.opendocument.styles import NAMESPACES
from msglint.model.judgement import Edit
from msglint.splicing.package_file import Dialect, fix_package, fix_xml
from msglint.splicing.stored_values import StoredValues

_DIALECT = Dialect(
    NAMESPACES,
    tracked=frozenset(("text:change",)),
    marked={"text:change-start": "text:change-end"},
    doctype=True,
    mirrored=lambda part: StoredValues(part).besides,
)


def fix_open_document(data: bytes, edits: Sequence[Edit]) -> tuple[bytes, dict[int, str]]:
    """The corrected file, and why which edits (by index) were refused."""
    return (fix_package if data.startswith(b"PK") else fix_xml)(data, edits, _DIALECT)
