"""The sheet of the day as a page."""

from collections.abc import Iterable, Sequence

from msglint.digest.events import Event
from msglint.digest.page import Page, Table, page, table
from msglint.digest.sheet import NameLine, OfferLine, PriceLine, Sheet
from msglint.digest.view import View
from msglint.glossary import in_words

_PRODUCTS = ("product", "brand")


def sheet_page(sheet: Sheet) -> Page:
    """What is sold and what it costs, what is on offer, the other words, what changed and what will."""
    products = [line for line in sheet.names if is_sold(line)]
    words = [line for line in sheet.names if not is_sold(line)]
    tables = (
        _products(products),
        _offers(sheet.offers),
        _words(words),
        event_table(f"Changed in the last {sheet.days} days", sheet.changed),
        event_table(f"Coming in the next {sheet.days} days", sheet.coming),
    )
    title = f"{sheet.organization or 'What we say'}: {in_words.day(sheet.view.as_of)}"
    return page(title, (for_whom(sheet.view), _caution(sheet)), tables, "Nothing in the glossary holds on this day.")


def is_sold(line: NameLine) -> bool:
    """Whether it is a product or a brand, or costs something."""
    return bool(line.prices) or line.type in _PRODUCTS


def for_whom(view: View) -> str:
    """ "For customer, in IE, by flyer."; "" where nothing was said of any."""
    told = (("for", view.audience), ("in", view.region), ("by", view.channel))
    said = ", ".join(f"{word} {value}" for word, value in told if value)
    return f"{said[:1].upper()}{said[1:]}." if said else ""


def _caution(sheet: Sheet) -> str:
    return "For our own people: it says what is to come, and what we no longer say." if sheet.view.inside else ""


def _products(lines: Sequence[NameLine]) -> Table:
    columns = ("Name", "Price", "Terms", "Until", "Where", "For", "No longer", "Ask")
    rows = [
        (line.name, *_price(price), _where(line, price), _listed(line.audience), _listed(line.never), line.owner or "")
        for line in lines
        for price in line.prices or (None,)
    ]
    return table("Names and prices", columns, rows)


def _price(price: PriceLine | None) -> tuple[str, str, str]:
    if price is None:
        return "", "", ""
    return price.price, price.conditions, in_words.day(price.valid_through) if price.valid_through else ""


def _where(line: NameLine, price: PriceLine | None) -> str:
    return _listed((price.region if price else ()) or line.region)


def _offers(lines: Sequence[OfferLine]) -> Table:
    columns = ("Offer", "What", "On", "Code", "Until", "Say", "Where", "For", "Ask")
    rows = [
        (
            line.name, line.value, line.item, line.code or "",
            in_words.day(line.valid_through) if line.valid_through else "",
            _listed(line.say), _listed(line.region), _listed(line.audience), line.owner or "",
        )
        for line in lines
    ]  # fmt: skip
    return table("Offers", columns, rows)


def _words(lines: Sequence[NameLine]) -> Table:
    columns = ("Name", "Kind", "Also", "Meaning", "For", "No longer", "Ask")
    rows = [
        (
            line.name, "SLA" if line.type == "sla" else line.type, _listed(line.also),
            ". ".join(text.rstrip(".") for text in filter(None, (line.definition, *line.facts))),
            _listed(line.audience), _listed(line.never), line.owner or "",
        )
        for line in lines
    ]  # fmt: skip
    return table("Other words", columns, rows)


def event_table(title: str, told: Iterable[Event]) -> Table:
    """Events by day, what happens and why."""
    rows = [(in_words.day(event.day), f"{event.said[:1].upper()}{event.said[1:]}", event.why or "") for event in told]
    return table(title, ("Day", "What", "Why"), rows)


def _listed(texts: Sequence[str]) -> str:
    return ", ".join(texts)
