"""The attribute line above a block of AsciiDoc: `[quote.big, Mary, cols="1,2"]`."""

from msgspec import Struct, field

from msglint.lazy_pattern import lazy_pattern

_NAMED = lazy_pattern(r"""(?:^|,)[ \t]*([\w-]{1,40})[ \t]*=[ \t]*(?:"([^"]*)"|'([^']*)'|([^,]*))""")
_STYLE = lazy_pattern(r"[A-Za-z][\w-]*")


class Attributes(Struct, frozen=True):
    """`style` is the first word ("source", "quote"), in lower case; `roles` what follows its dots."""

    style: str = ""
    roles: str = ""
    named: dict[str, str] = field(default_factory=dict)


def parsed(inside: str, above: Attributes) -> Attributes:
    """What stands between the brackets, added to what the line above said of the same block."""
    if inside.startswith("["):  # an anchor
        return above
    named = {match[1].lower(): match[match.lastindex or 1] for match in _NAMED.finditer(inside)}
    first = inside.split(",", 1)[0].strip()
    style = _STYLE.match(first) if "=" not in first else None
    return Attributes(
        style[0].lower() if style else above.style,
        above.roles + first.partition(".")[2],
        {**above.named, **named},
    )
