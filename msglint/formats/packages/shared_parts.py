"""Parts that the documents of a house share byte for byte (styles, layouts) are parsed once."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Concatenate, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
_Parse = Callable[Concatenate[bytes, P], T]


def parsed_once(most: int, largest: int) -> Callable[[_Parse[P, T]], _Parse[P, T]]:
    """Keep what a function makes of a part for the `most` parts met last, those larger than `largest` bytes aside.

    What it makes must not be changed by anybody, and its other arguments must be hashable.
    """

    def keeping(parse: _Parse[P, T]) -> _Parse[P, T]:
        kept = lru_cache(maxsize=most)(parse)

        @wraps(parse)
        def parsed(data: bytes, /, *others: P.args, **named: P.kwargs) -> T:
            once = kept if len(data) <= largest else parse
            return once(data, *others, **named)

        return parsed

    return keeping
