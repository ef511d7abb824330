"""Regular expressions that are compiled when they are first used: most runs need a dozen of the hundreds there are.

Compiling one costs 0.1 to 4 ms and is not kept in bytecode; all of them at import were a third of a run's start.
"""

import re
from typing import AnyStr, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


def lazy_pattern(source: AnyStr, flags: int | re.RegexFlag = 0) -> re.Pattern[AnyStr]:
    """As `re.compile`; a source that is no regular expression raises re.error at the first use instead."""
    return cast(re.Pattern[AnyStr], _LazyPattern(source, flags))


class _LazyPattern:
    """Stands in for a pattern; after the first use its methods are the pattern's own, found without detour."""

    def __init__(self, source: str | bytes, flags: int | re.RegexFlag) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = re.compile(self._source, self._flags)
        self.__dict__.update((method, getattr(compiled, method)) for method in _METHODS)
        return getattr(compiled, name)
