"""Which format a file has: the one that is named, else the one its suffix tells."""

from pathlib import PurePath
from types import ModuleType

from msglint import registry
from msglint.errors import ConfigError, Problem

_FORMATS = "msglint.exchange.formats"
_SUFFIXES = {"tsv": "csv", "txt": "csv", "xlsm": "xlsx", "xml": "tbx"}


def format_of(path: str, name: str | None) -> ModuleType:
    """Raises ConfigError where there is no such format."""
    known = registry.names(_FORMATS)
    suffix = PurePath(path).suffix.lower().lstrip(".")
    wanted = name or _SUFFIXES.get(suffix, suffix)
    if wanted in known:
        return registry.load(_FORMATS, wanted)
    cure = f"name a format with --format: {', '.join(known)}"
    if suffix in ("xls", "ods", "numbers"):
        cure = "save it as .xlsx"
    raise ConfigError(Problem(path, f"“{wanted or path}” is no format that glossaries are exchanged in; {cure}"))
