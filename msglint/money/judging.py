"""How each price statement stands to the glossary's prices: which one rule it breaks, if any, and what is right.

One amount breaks one rule: currency before unit before superseded before mismatch (contract.md); a half-applied change
and the tax are told besides.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from msglint.glossary.standing import Standing, applies, standing
from msglint.model.glossary import Entry, Glossary, Price
from msglint.model.judgement import Circumstances, Mention, Stance, Statement
from msglint.model.scale import Certainty
from msglint.money.amount import Amount, Qualifier, Role
from msglint.money.claim import Bond, Claim
from msglint.money.retired import retired
from msglint.money.standing import Prices, changed_together, prices_of, reduced
from msglint.money.totals import converted, multiple, periods
from msglint.money.units import agree, is_period, meanings

_JUDGED = (Role.PRICE, Role.TOTAL, Role.LIMIT, Role.THRESHOLD)
_UNLIKE = Decimal(50)
"""An amount so many times larger or smaller than the price is of something else."""


class Fault(Enum):
    CURRENCY = "PRC205"
    UNIT = "PRC204"
    SUPERSEDED = "PRC202"
    MISMATCH = "PRC201"


class Judged(Struct, frozen=True):
    """One amount, held against its product's prices.

    right   the decided price it is held against; None where there are several and nothing tells which
    fault   None where the amount is right
    old     the price of the past it equals
    times   it is the total of so many
    half    the day on which name and price changed together, where this statement applied only one of the two
    """

    mention: Mention
    claim: Claim
    entry: Entry
    certainty: Certainty
    right: Price | None = None
    fault: Fault | None = None
    old: Price | None = None
    times: Decimal = Decimal(1)
    half: date | None = None
    stale_name: bool = False
    tax: str | None = None

    @property
    def amount(self) -> Amount:
        return self.claim.amount


def judged(statements: Sequence[Statement], glossary: Glossary, circumstances: Circumstances) -> list[Judged]:
    """Every amount of a document that says anything of a glossary's price."""
    found = [one for statement in statements for one in _judged(statement, glossary, circumstances)]
    right: dict[tuple[object, ...], set[str]] = {}
    for one in found:
        if one.fault is None:
            right.setdefault(_where(one), set()).update(one.amount.currencies or ("",))
    old = {_where(one) for one in found if one.fault is Fault.SUPERSEDED}
    return [_beside(one, right, old) for one in found]


def beside_old_prices(statements: Sequence[Statement], glossary: Glossary, circumstances: Circumstances) -> set[int]:
    """The id() of each name mention whose price is one of the past: the name alone would be half of the change."""
    return {
        id(one.claim.named)
        for one in judged(statements, glossary, circumstances)
        if one.fault is Fault.SUPERSEDED and one.claim.named is not None
    }


def _where(one: Judged) -> tuple[object, ...]:
    return one.entry.id, one.claim.place


def _beside(one: Judged, right: Mapping[tuple[object, ...], set[str]], old: set[tuple[object, ...]]) -> Judged:
    """Beside the product's price, right or old, in one sentence or row, another amount is of something else.

    An old price stays one beside the right price of another country.
    """
    unheard = one.fault in (Fault.MISMATCH, Fault.UNIT) and _where(one) in old
    beside = right.get(_where(one), set())
    abroad = one.fault is Fault.SUPERSEDED and one.amount.currencies and not beside & {"", *one.amount.currencies}
    if one.fault and ((beside and not abroad) or unheard):
        return replace(one, certainty=Certainty.POSSIBLE)
    return one


def _judged(statement: Statement, glossary: Glossary, circumstances: Circumstances) -> Iterator[Judged]:
    claim = statement.value
    if statement.kind != "price" or not isinstance(claim, Claim) or claim.amount.role not in _JUDGED:
        return
    if statement.stance is Stance.PAST:
        return
    certainty = Certainty.POSSIBLE if statement.stance is Stance.THEIRS else statement.certainty
    mention = statement.mentions[0]
    if statement.entry is not None and statement.entry.prices and claim.bond is not Bond.RIVALS:
        if applies(statement.entry, circumstances):
            one = _of_entry(Judged(mention, claim, statement.entry, certainty), glossary, circumstances)
            if one:
                yield one
    elif statement.entry is None and (found := retired(claim, glossary, circumstances)):
        likely = found.certainty if statement.stance is Stance.OURS else Certainty.POSSIBLE
        yield Judged(mention, claim, found.entry, likely, found.current, Fault.SUPERSEDED, found.old)


def _of_entry(one: Judged, glossary: Glossary, circumstances: Circumstances) -> Judged | None:
    prices = prices_of(one.entry, circumstances)
    if not prices.current:
        return None
    amount = one.amount
    here = [price for price in prices.current if amount.may_be_in(price.currency)]
    for price in here:
        if _is_right(one, price, here, glossary, circumstances.as_of):
            return _with_name(_with_tax(replace(one, right=price)), prices, circumstances)
    return _hardly(_with_name(_faulty(one, prices, here), prices, circumstances))


def _is_right(one: Judged, price: Price, here: Sequence[Price], glossary: Glossary, as_of: date) -> bool:
    amount = one.amount
    agreed = agree(amount.per, price.per)
    if amount.other is not None and agreed:
        low, high = sorted((amount.amount, amount.other))
        return low <= price.amount <= high
    if amount.amount == price.amount and agreed:
        if amount.qualifier is Qualifier.FROM:
            return price.amount == min(other.amount for other in here)
        return amount.qualifier is not Qualifier.UP_TO or price.amount == max(other.amount for other in here)
    if agreed and amount.amount in reduced(one.entry, price, glossary, as_of, one.claim.page):
        return True
    return multiple(amount, price) is not None


def _with_tax(one: Judged) -> Judged:
    decided = one.right.vat if one.right else None
    said = one.amount.tax
    return replace(one, tax=said) if said and decided and said != decided else one


def _faulty(one: Judged, prices: Prices, here: Sequence[Price]) -> Judged:
    amount = one.amount
    if not here:
        return replace(one, fault=Fault.CURRENCY, right=_nearest(prices.current, amount))
    old = next((p for p in prices.past if amount.may_be_in(p.currency) and p.amount == amount.amount), None)
    agreeing = [price for price in here if agree(amount.per, price.per)]
    if not agreeing and not (old and agree(amount.per, old.per)):
        return _wrong_unit(one, here, old)
    right = _nearest(agreeing or here, amount)
    if old and agree(amount.per, old.per):
        return replace(one, fault=Fault.SUPERSEDED, right=right, old=old)
    for past in prices.past:
        times = multiple(amount, past)
        if times and amount.may_be_in(past.currency) and amount.role is Role.PRICE:
            return replace(one, fault=Fault.SUPERSEDED, right=right, old=past, times=times)
    return replace(one, fault=Fault.MISMATCH, right=right, times=periods(one.mention.segment.text, one.amount, right))


def _nearest(prices: Sequence[Price], amount: Amount) -> Price | None:
    """What an amount is held against: with "from" the lowest, with "up to" the highest, else that of its quantity."""
    if amount.qualifier is Qualifier.FROM:
        return min(prices, key=lambda price: price.amount)
    if amount.qualifier is Qualifier.UP_TO:
        return max(prices, key=lambda price: price.amount)
    if amount.quantities and len(prices) > 1:
        enough = [p for p in prices if (p.min_quantity or 0) <= amount.quantities[0]]
        prices = sorted(enough or prices, key=lambda p: p.min_quantity or Decimal(0))[-1:]
    if len(prices) > 1:
        prices = [price for price in prices if not price.region] or prices
    return prices[0] if len({(p.amount, p.currency) for p in prices}) == 1 else None


def _wrong_unit(one: Judged, here: Sequence[Price], old: Price | None) -> Judged:
    amount = one.amount
    same = [price for price in here if price.amount == amount.amount]
    right = (same or list(here))[0] if same or len(here) == 1 else None
    certainty = one.certainty
    if not same and not old:
        written = [part for part in amount.per if not agree((part,), here[0].per)]
        certainty = min(certainty, Certainty.LIKELY if all(map(is_period, written)) else Certainty.POSSIBLE)
        if any(converted(amount, price) for price in here) or any(
            meanings(part) & {"minute", "hour"} for part in written
        ):
            certainty = Certainty.POSSIBLE
    return replace(one, fault=Fault.UNIT, right=right, certainty=certainty)


def _with_name(one: Judged, prices: Prices, circumstances: Circumstances) -> Judged:
    """Whether name and price, changed on one day, were moved together."""
    name = one.claim.named
    if name is None or name.label is None:
        return one
    stale_name = standing(one.entry, name.label, circumstances.as_of) in (Standing.STALE, Standing.GRACE)
    stale_name = stale_name and not name.label.kind.current
    one = replace(one, stale_name=stale_name)
    if one.fault is Fault.SUPERSEDED and one.old and not stale_name and name.label.kind.current:
        return replace(one, half=changed_together(one.entry, one.old, prices.current))
    if one.fault is None and stale_name and one.right:
        days = (changed_together(one.entry, past, [one.right]) for past in prices.past)
        return replace(one, half=next(filter(None, days), None))
    return one


def _hardly(one: Judged) -> Judged:
    """What makes a disagreement no more than possible."""
    amount, claim = one.amount, one.claim
    retired_figure = one.fault is Fault.SUPERSEDED
    explicit = bool(amount.per)
    exact = one.right is not None and one.right.amount == amount.amount
    weak = (Fault.MISMATCH, Fault.CURRENCY)
    doubts = [
        amount.role in (Role.LIMIT, Role.THRESHOLD) and not (retired_figure and (explicit or claim.tabular)),
        amount.role is Role.TOTAL and not retired_figure,
        amount.qualifier is Qualifier.ABOUT and not retired_figure,
        bool(amount.quantities) and not explicit and not retired_figure and one.times == 1,
        (claim.doubtful or not claim.plain) and (one.fault in weak or (one.fault is Fault.UNIT and not exact)),
        one.fault is Fault.MISMATCH and _otherwise_taxed(one),
        claim.bond in (Bond.HEADING, Bond.BLOCK) and claim.subject,
        claim.bond in (Bond.HEADING, Bond.BLOCK) and claim.crowded and not (retired_figure and explicit),
        amount.bare and one.fault is Fault.MISMATCH and claim.bond in (Bond.HEADING, Bond.BLOCK),
        one.right is not None and not explicit and not retired_figure and _unlike(amount.amount, one.right.amount),
    ]
    return replace(one, certainty=Certainty.POSSIBLE) if any(doubts) else one


def _otherwise_taxed(one: Judged) -> bool:
    """Whether the amount is told with tax and the price without, or the other way: the glossary knows no tax rates."""
    decided = one.right.vat if one.right else None
    return bool(decided and one.amount.tax and one.amount.tax != decided)


def _unlike(amount: Decimal, price: Decimal) -> bool:
    return not amount or not price or not 1 / _UNLIKE <= amount / price <= _UNLIKE
