"""SpreadsheetML: its namespaces, and what reading and skimming treat alike."""

from collections.abc import Mapping

from msglint.lazy_pattern import lazy_pattern

NAMESPACES: Mapping[str, str] = {
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "s",
    "http://purl.oclc.org/ooxml/spreadsheetml/main": "s",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments": "tc",
}
"""SpreadsheetML's namespaces, by the prefixes that the readers' code uses."""

HEADERS = frozenset(f"s:{which}{kind}" for which in ("odd", "even", "first") for kind in ("Header", "Footer"))
ESCAPE = lazy_pattern(r"_x([0-9A-Fa-f]{4})_")
"""Characters that XML forbids are written _x000D_."""
_HEADER_CODE = lazy_pattern(r'&(?:"[^"]*"|\d+|K[0-9A-Fa-f]{6}|K\d\d[+-]\d{3}|[A-Za-z])')


def said_in_header(text: str) -> str:
    """A page's header without its codes: &L, &14, &"Arial", &P."""
    said = _HEADER_CODE.sub(" ", text.replace("&&", "\0")).replace("\0", "&")
    return " ".join(said.split())
