"""CLM602: words that must stand near an entry, or near its price, and do not."""

from collections.abc import Iterator, Sequence

from msglint.checks import Case
from msglint.facts.nearby import Nearby
from msglint.glossary.standing import Standing, applies, is_retired, standing
from msglint.matching.scoping import merely_words, misplaced
from msglint.model.glossary import Entry
from msglint.model.judgement import Finding, Mention, Rule, Stance, Statement, Variation
from msglint.model.scale import Certainty
from msglint.money.amount import Role as AmountRole
from msglint.money.claim import Claim

SCOPE = "document"
FIELDS = ("term", "type", "required")


def judge(case: Case, rule: Rule) -> Iterator[Finding]:
    """One finding a block and entry, at the first words that need company: a name, an offer, a price."""
    nearby = Nearby(case.document)
    told: list[tuple[str, Sequence[int]]] = []
    for statement, entry, phrases in _needy(case):
        mention = statement.mentions[0]
        missing = nearby.missing(mention.segment, phrases)
        block = [id(segment) for segment in nearby.block(mention.segment)]
        if not missing or any(entry.id == one and id(mention.segment) in there for one, there in told):
            continue
        told.append((entry.id, block))
        yield case.finding_at(
            rule, mention.segment, mention.start, mention.end,
            certainty=statement.certainty, entry=entry,
            values={
                "term": entry.preferred.text, "type": entry.type.value,
                "required": "” and “".join(missing),
            },
        )  # fmt: skip


def _needy(case: Case) -> Iterator[tuple[Statement, Entry, tuple[str, ...]]]:
    """What is said of entries that ask for words near it, with those words."""
    for statement in case.statements:
        for entry in _entries(statement):
            here = applies(entry, case.circumstances) and misplaced(entry, case.circumstances) is None
            if not here or is_retired(entry, case.circumstances.as_of) or statement.stance is not Stance.OURS:
                continue
            if entry.require_near and statement.kind in ("name", "offer") and _is_said(statement, entry, case):
                yield statement, entry, entry.require_near
            elif entry.require_near_price and statement.kind == "price" and _is_price(statement):
                yield statement, entry, entry.require_near_price


def _entries(statement: Statement) -> Iterator[Entry]:
    if statement.entry is not None:
        yield statement.entry


def _is_said(statement: Statement, entry: Entry, case: Case) -> bool:
    mention: Mention = statement.mentions[0]
    if statement.certainty < Certainty.LIKELY or Variation.IDENTIFIER in mention.variations or merely_words(mention):
        return False
    return standing(entry, entry.preferred, case.circumstances.as_of) is not Standing.EMBARGOED


def _is_price(statement: Statement) -> bool:
    """Whether it is a price of the product today, not what was, a fee, or a budget."""
    claim = statement.value
    if statement.certainty < Certainty.LIKELY or not isinstance(claim, Claim):
        return False
    return claim.amount.role in (AmountRole.PRICE, AmountRole.TOTAL) and not claim.doubtful
