"""What one document says of the glossary's entries: which it names, and how; whose price it tells, and which offers."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from msglint.circumstances import circumstances_of
from msglint.engine import Standard
from msglint.engine.document import bind, find
from msglint.glossary.standing import Standing, standing
from msglint.model.document import Document
from msglint.model.glossary import Entry
from msglint.model.judgement import Circumstances, Mention, Stance, Statement
from msglint.model.scale import Certainty
from msglint.money.amount import Role
from msglint.money.claim import Claim
from msglint.money.judging import judged
from msglint.money.standing import prices_of
from msglint.readers import Source, format_of, read
from msglint.sources import SourceFile

_OF_PRODUCT = (Role.PRICE, Role.TOTAL)


class Spoken(Struct, frozen=True):
    """What is said in a document; entries by their ids.

    named    by a name that is right on the day, well or badly written;  formerly  only as it was called: id -> so
    priced   with a price that holds;  offered  as an offer, by name, code or discount
    """

    path: str
    circumstances: Circumstances
    named: frozenset[str] = frozenset()
    formerly: dict[str, str] = field(default_factory=dict)
    priced: frozenset[str] = frozenset()
    offered: frozenset[str] = frozenset()


def spoken(file: SourceFile, standard: Standard) -> Spoken:
    """What a file says, by the engine's own finders and binders. Raises ReadError."""
    document = read(Source(file.path, file.read()), format_of(file.path))
    return spoken_in(document, standard)


def spoken_in(document: Document, standard: Standard) -> Spoken:
    """What a document says in its own voice; what others are quoted with does not count."""
    circumstances = circumstances_of(document, standard.given, standard.settings)
    circumstances = replace(circumstances, as_of=standard.given.as_of)  # it is asked what it answers today
    mentions = tuple(find(document, standard, circumstances))
    statements = [each for each in bind(document, mentions, standard) if each.stance is not Stance.THEIRS]
    names = list(_names(statements))
    named = {m.entry.id: m.entry for m in names if m.entry and _is_right(m, circumstances)}
    return Spoken(
        document.path,
        circumstances,
        frozenset(named),
        {m.entry.id: m.said for m in reversed(names) if m.entry and m.entry.id not in named},
        frozenset(_priced(named.values(), statements, standard, circumstances)),
        frozenset(each.entry.id for each in statements if each.kind == "offer" and each.entry),
    )


def _priced(
    named: Iterable[Entry], statements: Sequence[Statement], standard: Standard, circumstances: Circumstances
) -> Iterator[str]:
    """Entries whose price is told: bound to their name or, since a caller would understand, to none."""
    for one in judged(statements, standard.glossary, circumstances):
        if one.fault is None and one.amount.role in _OF_PRODUCT:
            yield one.entry.id
    claims = (each.value for each in statements if each.kind == "price" and each.entry is None)
    amounts = [claim.amount for claim in claims if isinstance(claim, Claim) and claim.amount.role in _OF_PRODUCT]
    for entry in named:
        for price in prices_of(entry, circumstances).current:
            if any(each.amount == price.amount and each.may_be_in(price.currency) for each in amounts):
                yield entry.id


def _names(statements: Sequence[Statement]) -> Iterator[Mention]:
    """Every name that is surely one."""
    for statement in statements:
        if statement.kind == "name":
            yield from (each for each in statement.mentions if each.certainty >= Certainty.LIKELY)


def _is_right(mention: Mention, circumstances: Circumstances) -> bool:
    if mention.entry is None or mention.label is None:
        return False
    return standing(mention.entry, mention.label, circumstances.as_of) is Standing.RIGHT
