"""Prices: which product each amount of money is said of. Statements have kind "price", their value is a Claim.

Every amount makes a statement; one that belongs to no product has no entry and the bond NONE. `mentions` are the
amount and the name it is bound to. Certain within one row, cell, list item or sentence; likely through the block or
its heading.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from msglint.model.document import Document, Role, Segment
from msglint.model.glossary import EntryType, Glossary
from msglint.model.judgement import Mention, Stance, Statement
from msglint.model.scale import Certainty
from msglint.money.amount import Amount
from msglint.money.amount import Role as AmountRole
from msglint.money.binding import NOTHING, Found, in_sentence, within
from msglint.money.claim import Bond, Claim
from msglint.money.doubts import doubtful, doubtful_cell
from msglint.money.grid import Grid, grid_of, place_of
from msglint.money.plain import plain_column, told_plainly
from msglint.money.roles import role_of
from msglint.money.sections import Headings, headings_of
from msglint.money.subjects import content, crowded, own_subject
from msglint.text.past import told_as_past
from msglint.text.quotes import said_by_others
from msglint.text.sentences import sentence_at

_CERTAINTY = {
    Bond.ROW: Certainty.CERTAIN,
    Bond.SENTENCE: Certainty.CERTAIN,
    Bond.BLOCK: Certainty.LIKELY,
    Bond.HEADING: Certainty.LIKELY,
    Bond.RIVALS: Certainty.POSSIBLE,
    Bond.NONE: Certainty.POSSIBLE,
}


class _Page(Struct):
    """What binding an amount may look at."""

    document: Document
    names: dict[int, list[Mention]]  # product names by id(segment), in order
    amounts: dict[int, list[Amount]]
    grid: Grid
    headings: Headings
    said: frozenset[str]


def bind(document: Document, mentions: Sequence[Mention], glossary: Glossary) -> Iterator[Statement]:
    """One statement for every amount of money."""
    money: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.kind == "money":
            money[id(mention.segment)].append(mention)
    if not money:
        return
    page = _page(document, mentions, money)
    for position, segment in enumerate(document.segments):
        for mention in money.get(id(segment), ()):
            yield _statement(mention, position, page)


def _page(document: Document, mentions: Sequence[Mention], money: dict[int, list[Mention]]) -> _Page:
    names: dict[int, list[Mention]] = defaultdict(list)
    terms: dict[int, list[Mention]] = defaultdict(list)  # plain terms, which may have a price where nothing is sold
    said = set()
    for mention in mentions:
        entry = mention.entry
        if mention.kind == "code" and entry:
            said.add(entry.id)  # an offer, named by its code
        if mention.kind == "name" and entry and mention.certainty >= Certainty.LIKELY:
            said.add(entry.id)
            if entry.prices or entry.type is EntryType.PRODUCT:
                names[id(mention.segment)].append(mention)
            elif entry.type is EntryType.TERM:
                terms[id(mention.segment)].append(mention)
    names |= {key: found for key, found in terms.items() if key not in names}
    for found in names.values():
        found.sort(key=lambda name: (name.start, name.end))
    amounts = {key: [m.value for m in found if isinstance(m.value, Amount)] for key, found in money.items()}
    return _Page(document, names, amounts, grid_of(document.segments), headings_of(document, names), frozenset(said))


def _statement(mention: Mention, position: int, page: _Page) -> Statement:
    amount, segment = mention.value, mention.segment
    assert isinstance(amount, Amount)
    bond, name = _bound(amount, segment, position, page)
    here = name if name is not None and name.segment is segment else None
    if here:
        amount = _unnamed(amount, here, page)
    tabular = segment.role is Role.CELL
    label = page.grid.label(segment) if tabular else ""
    if here:
        doubt, plain = doubtful(segment.text, amount, here), told_plainly(segment.text, amount, here)
    else:
        doubt = tabular and name is not None and name.segment.role is Role.CELL and doubtful_cell(name)
        heads = name is not None and name.segment in page.grid.header_cells(segment)
        plain = not tabular or plain_column(label if heads else page.grid.header(segment))
    claim = Claim(
        amount, bond, name,
        subject=own_subject(segment.text, amount) or (tabular and content(label)),
        crowded=crowded(segment.text, amount) or (tabular and content(label)),
        doubtful=doubt, plain=plain, tabular=tabular, page=page.said, place=_place(segment, position, amount),
    )  # fmt: skip
    certainty = min(_CERTAINTY[bond], name.certainty if name else Certainty.POSSIBLE)
    return Statement(
        "price", name.entry if name else None, (mention, name) if name else (mention,), certainty,
        _stance(mention, name, page), claim,
    )  # fmt: skip


def _unnamed(amount: Amount, name: Mention, page: _Page) -> Amount:
    """The amount with the role it has when the product's own name is no cue: "Express Delivery", "Gift Card"."""
    if amount.role is AmountRole.PRICE or name.segment.role is Role.CELL:
        return amount
    text = name.segment.text
    masked = text[: name.start] + "X" * (name.end - name.start) + text[name.end :]
    return replace(amount, role=role_of(masked, amount, page.amounts[id(name.segment)]))


def _place(segment: Segment, position: int, amount: Amount) -> tuple[object, ...]:
    if row := place_of(segment):
        return row[:2]
    if segment.role is Role.ITEM:
        return (position,)
    return position, sentence_at(segment.text, amount.figure[0])[0]


def _stance(mention: Mention, name: Mention | None, page: _Page) -> Stance:
    segment = mention.segment
    quotation = segment.text if segment.role is Role.QUOTE else ""
    if said_by_others(segment.text, mention.start, mention.end, quotation):
        return Stance.THEIRS
    if name and name.segment is segment and name.label and not name.label.kind.current:
        newer = [
            (other.start, other.end)
            for other in page.names[id(segment)]
            if other.entry is name.entry and other.label and other.label.kind.current
        ]
        if told_as_past(segment.text, name.start, name.end, newer):
            return Stance.PAST
    return Stance.OURS


def _bound(amount: Amount, segment: Segment, position: int, page: _Page) -> Found:
    names = page.names.get(id(segment), [])
    amounts = page.amounts[id(segment)]
    found = in_sentence(segment.text, amount, amounts, names)
    if found[0] is Bond.NONE and segment.role is Role.ITEM and names:
        whole = within(segment.text, (0, len(segment.text)), amount, amounts, names)
        found = whole if not own_subject(segment.text, amount) else NOTHING
    if found[0] is not Bond.NONE:
        row = segment.role in (Role.CELL, Role.ITEM) and found[0] is Bond.SENTENCE
        return (Bond.ROW, found[1]) if row else found
    if segment.role is Role.CELL:
        return _in_table(segment, page) or _in_section(amount, segment, position, page)
    return _in_block(amount, segment, names) or _in_section(amount, segment, position, page)


def _in_table(segment: Segment, page: _Page) -> Found | None:
    """The product of the cell's row, or of its column's header."""
    row = {column: parts for column, parts in page.grid.row(segment).items() if column != segment.column}
    named = {column: name for column, parts in row.items() if (name := _name_of(parts, page))}
    left = [column for column in named if column < (segment.column or 0)]
    by_row = named[max(left)] if left else next(iter(named.values())) if len(named) == 1 else None
    by_column = _name_of(page.grid.header_cells(segment), page)
    if by_row is None and named:
        return Bond.RIVALS, next(iter(named.values()))
    if by_row and by_column and by_row.entry is not by_column.entry:
        return Bond.RIVALS, by_row
    if by_row:
        return (Bond.RIVALS if _shared(by_row, page) else Bond.ROW), by_row
    if by_column:
        return (Bond.RIVALS if content(page.grid.label(segment)) else Bond.ROW), by_column
    return None


def _name_of(parts: Sequence[Segment], page: _Page) -> Mention | None:
    """The product a cell is about: its first name, in a cell that is not a text of its own."""
    for part in parts:
        names = page.names.get(id(part), [])
        if names and len(part.text.split()) <= 4 * len(names[0].said.split()) + 8:
            return names[0]
    return None


def _shared(name: Mention, page: _Page) -> bool:
    """Whether the cell names another product too, or something that comes with it."""
    text = name.segment.text
    others = any(other.entry is not name.entry for other in page.names[id(name.segment)])
    return others or text[name.end :].lstrip(" *").startswith(("+", "&", "with ", "plus ", "and "))


def _in_block(amount: Amount, segment: Segment, names: Sequence[Mention]) -> Found | None:
    """The product of the sentence before, if it names just one."""
    before = [name for name in names if name.end <= amount.figure[0]]
    if not before:
        return None
    start, end = sentence_at(segment.text, before[-1].start)
    together = [name for name in before if start <= name.start < end]
    return (Bond.BLOCK if len({id(name.entry) for name in together}) == 1 else Bond.RIVALS), before[-1]


def _in_section(amount: Amount, segment: Segment, position: int, page: _Page) -> Found:
    if segment.role in (Role.HEADER, Role.ALT, Role.NOTE):
        return NOTHING
    name = page.headings.leads.get(position) or page.headings.names.get(position)
    if name is None or name.segment is segment:
        return NOTHING
    return Bond.HEADING, name
