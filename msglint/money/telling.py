"""What a finding about a price says: the amount wanted, in the style of the one written, and both facts with dates."""

from datetime import date, timedelta
from decimal import Decimal
from typing import TypedDict

from msglint.glossary import in_words
from msglint.glossary.standing import stale_from
from msglint.model.glossary import LabelKind, Price
from msglint.model.scale import Certainty
from msglint.money.judging import Fault, Judged
from msglint.money.restyle import restyled, unit_words

FIELDS = (
    "price", "old", "name", "since", "until", "agreed", "changed", "unit", "tax", "wanted", "label", "former", "before"
)  # fmt: skip
"""What `values` fills in."""


class Told(TypedDict):
    """The fields of a finding about a price, by the keywords of Case.finding_at."""

    certainty: Certainty
    suggestion: str | None
    fix: str
    values: dict[str, object]
    since: date | None


def told(one: Judged, language: str | None = None) -> Told:
    """What a finding of the amount says; to move a price is never safe."""
    return Told(
        certainty=one.certainty,
        suggestion=suggestion(one, language),
        fix="unsafe",
        values=values(one),
        since=since(one),
    )


def since(one: Judged) -> date | None:
    """The first day of the decided price, where it has one."""
    return one.right.valid_from if one.right else None


def suggestion(one: Judged, language: str | None = None) -> str | None:
    """What replaces the figure: the decided price, times the quantity of a total."""
    if one.right is None or one.amount.other is not None:
        return None
    text = one.mention.segment.text
    return restyled(text, one.amount, one.right.amount * one.times, one.right.currency, language)


def unit_suggestion(one: Judged) -> str | None:
    """What replaces figure and unit where the unit is wrong; None where the amount would have to be another too."""
    if one.right is None or one.right.amount != one.amount.amount:
        return None
    figure = one.mention.segment.text[slice(*one.amount.figure)]
    unit = unit_words(one.mention.segment.text, one.amount, one.right)
    return None if unit is None else figure + unit


def values(one: Judged) -> dict[str, object]:
    """What a rule's message may say: both facts, their days, who agreed."""
    right, old = one.right, one.old
    until = old.valid_through if old else None
    agreed = ", ".join(f"{s.by} ({s.team})" if s.by else s.team for s in one.entry.sign_off)
    named = one.claim.named
    return {
        "name": one.entry.preferred.text,
        "label": named.label.text if named and named.label else one.entry.preferred.text,
        "price": written(right) if right else "another price",
        "wanted": written(right, one.times) if right else "another price",
        "old": written(old) if old else "",
        "unit": in_words.unit(right.per) if right and right.per else "once",
        "tax": {"included": "including", "excluded": "excluding"}.get((right.vat if right else None) or "", "without"),
        "since": _on("since", since(one)),
        "until": _on("until", until),
        "changed": _on("on", one.half),
        "agreed": f" Agreed by {agreed}." if agreed else "",
        "former": _former(one),
        "before": _before(one),
    }


def _former(one: Judged) -> str:
    """The name that was given up on the day when name and price changed together."""
    labels = (label for label in one.entry.labels if label.kind is LabelKind.SUPERSEDED)
    given_up = [label.text for label in labels if stale_from(one.entry, label) == one.half]
    return given_up[0] if given_up else one.entry.preferred.text


def _before(one: Judged) -> str:
    """The price that ended on the eve of that day, as "£15 → "; "" where it is none or in another currency."""
    if one.half is None or one.right is None:
        return ""
    eve, wanted = one.half - timedelta(days=1), one.right
    ended = [
        p for p in one.entry.prices if p.valid_through == eve and (p.currency, p.per) == (wanted.currency, wanted.per)
    ]
    return f"{in_words.money(ended[0].amount, wanted.currency)} → " if ended else ""


def _on(word: str, day: date | None) -> str:
    return f" {word} {day.isoformat()}" if day else ""


def written(price: Price, times: Decimal = Decimal(1)) -> str:
    """A price for a message: £12.50 per person; the amount alone where it is that of several."""
    return in_words.price(price) if times == 1 else in_words.money(price.amount * times, price.currency)


def place(one: Judged) -> tuple[int, int]:
    """The span a finding is placed at: the figure, with its unit where the unit is wrong."""
    start, end = one.amount.figure
    if one.fault is Fault.UNIT and one.amount.unit:
        return start, max(end, one.amount.unit[1])
    return start, end
