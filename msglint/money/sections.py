"""Under which headings a text stands, and what product they speak of."""

from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from msglint.model.document import Document, Role, Segment
from msglint.model.judgement import Mention
from msglint.money.subjects import content

_CAPTION_WORDS = 6
"""A paragraph of no more words that names a product heads what follows it, as on a card or slide."""
_REACH = 3
"""How many segments such a paragraph reaches."""


class Headings(Struct):
    """For every segment (by position) the name that its headings speak of; None where they speak of none or several."""

    names: dict[int, Mention | None] = field(default_factory=dict)
    leads: dict[int, Mention | None] = field(default_factory=dict)


def headings_of(document: Document, names: Mapping[int, Sequence[Mention]]) -> Headings:
    """`names`: the product names of each segment, by id(segment)."""
    found = Headings()
    open_: list[tuple[int, Segment]] = []
    meant: Mention | None = None
    lead: tuple[int, Mention] | None = None
    for position, segment in enumerate(document.segments):
        if segment.role in (Role.TITLE, Role.SUBJECT):
            level = segment.level or (1 if segment.role is Role.TITLE else 0)
            open_ = [*(each for each in open_ if each[0] < level), (level, segment)]
            meant, lead = _meant([segment for _, segment in open_], names), None
        found.names[position] = meant
        if lead and position - lead[0] <= _REACH:
            found.leads[position] = lead[1]
        here = names.get(id(segment))
        if here and segment.role not in (Role.TITLE, Role.CELL) and (name := _leads(segment, here)):
            lead = position, name
    return found


def _meant(titles: Sequence[Segment], names: Mapping[int, Sequence[Mention]]) -> Mention | None:
    """The innermost title's one product; titles that name nothing at all ("Prices") are looked through."""
    for title in reversed(titles):
        here = names.get(id(title), ())
        if here:
            return here[0] if len({id(name.entry) for name in here}) == 1 else None
        if content(title.text):
            return None
    return None


def _leads(segment: Segment, here: Sequence[Mention]) -> Mention | None:
    """The one product of a short paragraph that is little but its name, or of one that ends in a colon."""
    if len({id(name.entry) for name in here}) != 1 or any(map(str.isdigit, segment.text)):
        return None
    rest = segment.text[: here[0].start] + segment.text[here[0].end :]
    short = len(segment.text.split()) <= _CAPTION_WORDS and not content(rest)
    return here[-1] if short or segment.text.rstrip().endswith(":") else None
