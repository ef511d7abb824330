"""Reductions: an old price, a new one, and what is said to be saved. Statements have kind "discount".

They need no offer and no product: the value is a Reduction, `mentions[0]` what is said to be saved. Certain within one
sentence or row, likely within one paragraph.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from msglint.model.document import Document, Role
from msglint.model.glossary import Glossary
from msglint.model.judgement import Mention, Stance, Statement
from msglint.model.scale import Certainty
from msglint.offers.arithmetic import reductions
from msglint.text.quotes import said_by_others


def bind(document: Document, mentions: Sequence[Mention], glossary: Glossary) -> Iterator[Statement]:
    """One statement for everything that is said to be saved between two prices."""
    texts: dict[object, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.kind in ("percent", "money"):
            segment = mention.segment
            cell = segment.role is Role.CELL and segment.group
            texts[(segment.part, segment.group) if cell else id(segment)].append(mention)
    for key, here in texts.items():
        if len(here) < 3:
            continue
        row = isinstance(key, tuple)
        if not row:
            here.sort(key=lambda mention: mention.start)
        for one in reductions(here, row):
            said = one.said
            certainty = Certainty.CERTAIN if one.together else Certainty.LIKELY
            theirs = said_by_others(said.segment.text, said.start, said.end)
            yield Statement("discount", None, (said,), certainty, Stance.THEIRS if theirs else Stance.OURS, one)
