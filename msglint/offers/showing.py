"""What findings about offers say: both facts, their dates, and what is right in the style of what is written."""

from msglint.glossary.in_words import discount
from msglint.model.glossary import Entry
from msglint.money.amount import Amount
from msglint.money.restyle import restyled
from msglint.offers.days import Day, rewritten
from msglint.offers.judging import Judged
from msglint.offers.percents import Percent
from msglint.offers.percents import rewritten as rewritten_percent

FIELDS = ("name", "code", "window", "since", "until", "value", "wanted", "agreed")
"""What `values` fills in."""


def values(offer: Entry) -> dict[str, object]:
    """What a rule's message may say of an offer: name, code, decided value and window, who agreed."""
    start, end = offer.valid_from, offer.valid_through
    agreed = ", ".join(f"{s.by} ({s.team})" if s.by else s.team for s in offer.sign_off)
    return {
        "name": offer.preferred.text,
        "code": offer.code or "",
        "since": f" on {start.isoformat()}" if start else "",
        "until": f" on {end.isoformat()}" if end else "",
        "window": _window(offer),
        "value": discount(offer.discount) or "without a decided value",
        "wanted": "",
        "agreed": f" Agreed by {agreed}." if agreed else "",
    }


def _window(offer: Entry) -> str:
    start, end = offer.valid_from, offer.valid_through
    if start and end:
        return f"from {start.isoformat()} to {end.isoformat()}"
    if start:
        return f"from {start.isoformat()} on"
    return f"until {end.isoformat()}" if end else "without an end"


def span(one: Judged) -> tuple[int, int]:
    """Where in its segment a finding is placed: of a value the figure alone, with its sign."""
    value = one.mention.value
    if isinstance(value, Percent | Amount) and one.fault.value == "OFR304":
        return value.figure
    return one.mention.start, one.mention.end


def suggestion(one: Judged, language: str | None = None) -> str | None:
    """What replaces the words at `span`: the decided day or value in their style; None where nothing single can."""
    text, value, off = one.mention.segment.text, one.mention.value, one.offer.discount
    if isinstance(value, Day):
        from datetime import date

        wanted = one.wanted
        return rewritten(text, *span(one), value, wanted) if isinstance(wanted, date) else None
    if isinstance(one.wanted, tuple) and isinstance(value, Amount):
        return restyled(text, value, *one.wanted, language)
    if off is None:
        return None
    if isinstance(value, Percent) and off.percent is not None:
        return rewritten_percent(text, value, off.percent)
    if isinstance(value, Amount) and off.amount_off is not None and off.currency:
        return restyled(text, value, off.amount_off, off.currency, language)
    return None
