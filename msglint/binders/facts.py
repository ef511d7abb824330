"""Facts: which decided bound a quantity states. Statements have kind "fact", the quantity's mention first, then the
name's, and a `FactClaim` as their value.

Bound within a row, a sentence or an item the statement is certain; through a title or another sentence of its block it
is likely; a quantity that merely could be meant is possible.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate

from msglint.facts.claim import Claim, FactClaim, Place
from msglint.facts.claims import claims_in
from msglint.facts.layout import Layout
from msglint.facts.telling import is_aside, is_claim, is_past_header
from msglint.model.document import Document, Role, Segment
from msglint.model.glossary import Entry, Glossary
from msglint.model.judgement import Mention, Stance, Statement, Variation
from msglint.model.scale import Certainty


def bind(document: Document, mentions: Sequence[Mention], glossary: Glossary) -> Iterator[Statement]:
    """One statement for every quantity that states a fact of an entry."""
    entries = tuple(entry for entry in glossary.measured if any(fact.number is not None for fact in entry.facts))
    amounts: dict[int, list[Mention]] = defaultdict(list)
    names: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.kind == "quantity":
            amounts[id(mention.segment)].append(mention)
        elif mention.kind == "name" and _is_said(mention):
            names[id(mention.segment)].append(mention)
    if not entries or not amounts:
        return
    layout = Layout(document)
    for segment in document.segments:
        here = _apart(amounts.get(id(segment), ()), names.get(id(segment), ()))
        if here:
            place = _place(segment, layout, names)
            for claim in claims_in(segment, here, place, entries):
                yield _statement(claim, layout, glossary)


def _is_said(name: Mention) -> bool:
    """Whether it is a name: an ordinary word with its capital is one where a fact of the entry is said of it."""
    sure = name.certainty >= Certainty.LIKELY or not name.variations
    return sure and name.entry is not None and Variation.IDENTIFIER not in name.variations


def _apart(amounts: Sequence[Mention], names: Sequence[Mention]) -> list[Mention]:
    """The quantities that are no part of a name: "Fibre 500"."""
    ordered = sorted((name.start, name.end) for name in names)
    starts, ends = [start for start, _ in ordered], list(accumulate((end for _, end in ordered), max))
    free = []
    for amount in amounts:
        before = bisect_left(starts, amount.end)
        if not before or ends[before - 1] <= amount.start:
            free.append(amount)
    return free


def _place(segment: Segment, layout: Layout, names: dict[int, list[Mention]]) -> Place:
    """Whatever around the segment may say whose its quantities are."""
    row = layout.row(segment)
    header = layout.header_of(segment)
    first = row.get(min(row)) if row else None
    beside = [cell for column, cell in sorted(row.items()) if cell is not segment]
    titles = layout.titles(segment)
    return Place(
        names=tuple(names.get(id(segment), ())),
        row_names=tuple(name for cell in beside for name in names.get(id(cell), ())),
        column_names=tuple(names.get(id(header), ())) if header else (),
        title_names=_of_titles(titles, names),
        header=header.text if header else "",
        row_head=first.text if first is not None and first is not segment else "",
        title=titles[-1].text if titles else "",
        in_table=bool(row),
    )


def _of_titles(titles: Sequence[Segment], names: dict[int, list[Mention]]) -> tuple[Mention, ...]:
    """The names in the nearest title that has any."""
    for title in reversed(titles):
        if here := names.get(id(title)):
            return tuple(here)
    return ()


def _statement(claim: Claim, layout: Layout, glossary: Glossary) -> Statement:
    segment = claim.amount.segment
    header = layout.header_of(segment)
    quotation = segment.text if segment.role is Role.QUOTE else ""
    ours = is_claim(
        segment.text, claim.amount.start, claim.amount.end,
        measured=True, organization=glossary.organization, quotation=quotation,
    )  # fmt: skip
    aside = any(is_aside(title.text) for title in layout.titles(segment)) or (header and is_past_header(header.text))
    entry: Entry = claim.entry
    mentions = (claim.amount, claim.name) if claim.name else (claim.amount,)
    stance = Stance.OURS if ours and not aside else Stance.THEIRS
    certainty = min(claim.certainty, max(claim.name.certainty, Certainty.LIKELY) if claim.name else claim.certainty)
    return Statement("fact", entry, mentions, certainty, stance, FactClaim(claim.fact, claim.quantity))
