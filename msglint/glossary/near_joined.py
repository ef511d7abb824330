"""The labels that a written word may be, run together with a slip: "buisnesslunch".

One word of the label slipped, so either its first word begins what is written or its last word ends it.
"""

from collections import defaultdict
from collections.abc import Mapping

from msgspec import Struct

from msglint.glossary.patterns import Pattern, squash
from msglint.glossary.slips import MOST_EDITS, leaving_alike, may_slip
from msglint.glossary.table import Table

_STRUCK = 1
"""Letters of the label that may be missing."""


class NearJoined(Struct, frozen=True, dict=True):
    """`texts`: labels run together -> patterns; `firsts` and `lasts`: first and last words -> places in `texts`."""

    texts: Table
    firsts: Table
    lasts: Table

    @classmethod
    def of(cls, patterns: Mapping[int, Pattern]) -> "NearJoined":
        """Those of the patterns, by number, that may be run together with a slip."""
        joined: dict[str, list[int]] = defaultdict(list)
        for number, pattern in patterns.items():
            if pattern.fuzzy and len(pattern.words) > 1 and may_slip(text := squash(pattern.words)):
                joined[text].append(number)
        firsts: dict[str, list[int]] = defaultdict(list)
        lasts: dict[str, list[int]] = defaultdict(list)
        texts = Table.of(joined)
        for place, text in enumerate(texts.lines):
            for words in (patterns[number].words for number in joined[text]):
                firsts[words[0].key].append(place)
                lasts[words[-1].key].append(place)
        return cls(texts, Table.of(firsts), Table.of(lasts))

    def near(self, key: str, stem: str) -> tuple[int, ...]:
        """The numbers of patterns that this folded word comes near; `stem` is it without a possessive's ending."""
        beginnings, ends = zip(*((key[:at], key[at:]) for at in range(1, len(key))), strict=True)
        places = self.firsts.of_any(beginnings) | self.lasts.of_any(ends)
        texts = [self.texts.lines[place] for place in places]
        near = [text for text in texts if -_STRUCK <= len(stem) - len(text) <= MOST_EDITS]
        return tuple(sorted(self.texts.of_any(leaving_alike(stem, near, _STRUCK))))
