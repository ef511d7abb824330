"""The page: one file, see pages/templates/glossary.html.jinja."""

from collections.abc import Iterable, Sequence
import re

from msgspec.structs import replace

from msglint import pages
from msglint.digest.events import Event
from msglint.digest.publishing.cards import Card, Published
from msglint.digest.publishing.rows import codes, kind, rows_of
from msglint.digest.sheet_page import for_whom
from msglint.glossary import in_words
from msglint.text.showing import visible

OURS = re.compile(rb'<meta name="msglint-page" content="glossary">')
"""What tells such a page, near its beginning, from other pages of msglint."""
_WITHOUT_SCRIPT = 100
"""Entries that are in the page itself, for readers and printers that run no script; the rest are data for it."""
_NEWS = 40
"""Events that are listed; beyond that each is told at its entry."""


def page(published: Published, title: str | None = None) -> str:
    """The page; the same glossary, readers and day make the same page, byte by byte."""
    view, cards, rows = published.view, published.entries, rows_of(published)
    return pages.render(
        "glossary",
        parts=("naming",),
        title=visible(title or f"{published.organization or 'Our company'}: what we say"),
        day=in_words.day(view.as_of),
        for_whom=visible(for_whom(replace(view, audience=None) if view.inside else view)),
        inside=view.inside,
        rows=rows,
        first=rows[:_WITHOUT_SCRIPT],
        choices={"type": _types(cards), "region": _regions(cards), "told": _told(cards)},
        news=[
            (f"Changed in the last {published.days} days", *_news(published.changed)),
            (f"Coming in the next {published.days} days", *_news(published.coming)),
        ],
        data={"rows": rows},
    )


def _news(happened: Sequence[Event]) -> tuple[list[tuple[str, str]], int]:
    """Day and what happens, and how much more there is."""
    told = [(in_words.day(one.day), visible(f"{one.said[:1].upper()}{one.said[1:]}")) for one in happened[:_NEWS]]
    return told, len(happened) - len(told)


def _types(cards: Iterable[Card]) -> list[str]:
    return sorted({kind(card) for card in cards}, key=str.casefold)


def _regions(cards: Iterable[Card]) -> list[str]:
    lines = {code for card in cards for code in codes(card.line)}
    return sorted(lines.union(code for card in cards for _, price in card.prices for code in codes(price)))


def _told(cards: Iterable[Card]) -> list[str]:
    return list(dict.fromkeys(visible(name) for card in cards for name in card.told_to))
