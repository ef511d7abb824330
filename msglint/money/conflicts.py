"""Two prices for one name that the glossary has no price of: what documents say, and which saying is odd."""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from msglint.glossary.standing import applies
from msglint.model.judgement import Circumstances, Stance, Statement
from msglint.model.scale import Certainty
from msglint.money.amount import Role
from msglint.money.claim import Bond, Claim
from msglint.money.units import agree


class Stated(Struct, frozen=True):
    """A price said of a product; `currency` "" where none is written; `shown`: as written, with its unit."""

    amount: Decimal
    currency: str
    per: tuple[str, ...]
    region: str | None
    shown: str

    def comparable(self, other: "Stated") -> bool:
        """Whether both would have to be the same amount."""
        same = (self.currency, self.region) == (other.currency, other.region)
        return same and (agree(self.per, other.per) or agree(other.per, self.per))


def unpriced(statements: Sequence[Statement], circumstances: Circumstances) -> Iterator[tuple[Statement, Stated]]:
    """The price statements of entries that have no price, one for each sentence, row or list item.

    A place that gives two amounts for one name (small and large, walk-in and online) says nothing clear.
    """
    clear = [(statement, claim) for statement in statements if (claim := _clear(statement, circumstances))]
    places = Counter((statement.entry.id, claim.place) for statement, claim in clear if statement.entry)
    for statement, claim in clear:
        if statement.entry and places[statement.entry.id, claim.place] == 1:
            amount = claim.amount
            text = statement.mentions[0].segment.text
            shown = " ".join(text[slice(*amount.phrase)].split())
            yield (
                statement,
                Stated(
                    amount.amount,
                    amount.currency or "".join(amount.currencies[:1]),
                    amount.per,
                    circumstances.region,
                    shown,
                ),
            )


def _clear(statement: Statement, circumstances: Circumstances) -> Claim | None:
    claim, entry = statement.value, statement.entry
    if statement.kind != "price" or not isinstance(claim, Claim) or entry is None or entry.prices:
        return None
    if (
        statement.stance is not Stance.OURS
        or statement.certainty < Certainty.LIKELY
        or not applies(entry, circumstances)
    ):
        return None
    amount = claim.amount
    vague = amount.role is not Role.PRICE or amount.qualifier or amount.other is not None or amount.bare
    apart = claim.doubtful or (claim.bond in (Bond.BLOCK, Bond.HEADING) and claim.crowded)
    several = bool(amount.quantities) and not amount.per
    return None if vague or apart or several else claim


def odd_ones(stated: Sequence[tuple[Stated, bool]]) -> Iterator[tuple[int, int]]:
    """(index of one that is odd, index of what it is held against), for each that may be blamed.

    Held against what documents of comparison say (False: not to be blamed), else against what is said most often, the
    first of equals.
    """
    given = [index for index, (_, blamed) in enumerate(stated) if not blamed]
    counts = Counter((one.amount, one.currency) for one, _ in stated)
    order = sorted(given or range(len(stated)), key=lambda i: (-counts[stated[i][0].amount, stated[i][0].currency], i))
    for index, (one, blamed) in enumerate(stated):
        rivals = (i for i in order if i != index and one.comparable(stated[i][0]))
        reference = next(rivals, None)
        if not blamed or reference is None:
            continue
        weight = counts[one.amount, one.currency]
        other = stated[reference][0]
        first = (-counts[other.amount, other.currency], reference) < (-weight, index)
        if other.amount != one.amount and (given or first):
            yield index, reference
