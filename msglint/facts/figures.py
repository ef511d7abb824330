"""What the checks of facts share: which quantities disagree with a decided fact, and what a message says of it."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from msglint.facts.claim import FactClaim
from msglint.facts.measures import Agreement, agreement
from msglint.model.glossary import Entry, Fact
from msglint.model.judgement import Stance, Statement
from msglint.model.scale import Certainty


class Mismatch(Struct, frozen=True):
    """A statement of another bound than the one decided."""

    statement: Statement
    claim: FactClaim
    certainty: Certainty


def mismatches(statements: Iterable[Statement]) -> Iterator[Mismatch]:
    """The fact statements of ours that do not name the decided bound; what nearly names it is only possible."""
    for statement in statements:
        if (
            statement.kind != "fact"
            or statement.stance is not Stance.OURS
            or not isinstance(statement.value, FactClaim)
        ):
            continue
        found = agreement(statement.value.fact, statement.value.quantity)
        if found is Agreement.OTHER:
            yield Mismatch(statement, statement.value, statement.certainty)
        elif found is Agreement.NEAR:
            yield Mismatch(statement, statement.value, Certainty.POSSIBLE)


def said_of(entry: Entry, fact: Fact) -> dict[str, object]:
    """The fields of a message: {term} {type} {fact} {decided} {agreed}."""
    return {
        "term": entry.preferred.text,
        "type": spoken_type(entry),
        "fact": fact.name,
        "decided": fact.text,
        "agreed": agreed_by(entry),
    }


def spoken_type(entry: Entry) -> str:
    """The entry's type as a person says it."""
    return "SLA" if entry.type.value == "sla" else entry.type.value


def agreed_by(entry: Entry) -> str:
    """ " Agreed by lucy (marketing), arrah (sales)." of the sign-offs; "" where there are none."""
    names = ", ".join(
        f"{sign.by or sign.team}{f' ({sign.team})' if sign.by else ''}{f' on {sign.on.isoformat()}' if sign.on else ''}"
        for sign in entry.sign_off
    )
    return f" Agreed by {names}." if names else ""
