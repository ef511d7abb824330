"""How a workbook that an audit wrote is known again, also after somebody edited and saved it."""

from msglint.lazy_pattern import lazy_pattern

CREATOR = "msglint audit"
SUFFIX = ".xlsx"
_MARK = lazy_pattern(rf"<dc:creator[^>]*>{CREATOR}</dc:creator>".encode())
_MOST = 1 << 16
"""Bytes of the part that holds it; ours has some hundreds."""


def is_workbook(file: str) -> bool:
    """Whether a file is such a workbook. Raises OSError."""
    from zipfile import BadZipFile, ZipFile  # and what unpacks it: for those runs only that meet a workbook
    import zlib

    try:
        with ZipFile(file) as package, package.open("docProps/core.xml") as part:
            return bool(_MARK.search(part.read(_MOST)))
    except (BadZipFile, KeyError, EOFError, zlib.error, RuntimeError, NotImplementedError):
        return False  # no workbook of ours; reading it as a document tells what it is
