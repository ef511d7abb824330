"""Units of a price: `per person`, `/user/mo`, `a head`, `pp`, `monthly`; when two of them agree."""

from collections.abc import Sequence
from functools import cache
import re
from typing import NamedTuple

from msglint.lazy_pattern import lazy_pattern
from msglint.money.tables import units


class Unit(NamedTuple):
    """Parts of a unit as written, folded; and where they end."""

    parts: tuple[str, ...]
    end: int


@cache
def _known() -> str:
    return "|".join(sorted(map(re.escape, units().meanings), key=len, reverse=True))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """One part of a unit: with a word that says so, or by itself (pp, monthly, each)."""
    known, end = _known(), r"(?![\w])"
    gap = r"[\s)(*_]*,?\s*"
    free = r"[^\W\d_][\w-]{0,19}"
    return (
        re.compile(rf"{gap}(?:/|per\b|pro\b)\s*(?:each\s+)?(?P<part>{known}|{free}){end}", re.IGNORECASE),
        re.compile(
            rf"{gap}(?:for\s+)?(?:an?|the|each|every|par|por|al|à|la|il|je)\s+(?P<part>{known}){end}(?!\s+of\b)",
            re.IGNORECASE,
        ),
        re.compile(
            rf"{gap}(?P<part>pp|p\.\s?p\.?|p/p|pm|pcm|p\.m\.|p\.a\.|pa|pw|each|ea|apiece|monthly|annually|yearly|weekly|daily|"
            rf"nightly|hourly|quarterly|monatlich|jährlich){end}",
            re.IGNORECASE,
        ),
    )


def unit_at(text: str, start: int) -> Unit:
    """The unit that begins at `start`; no parts where there is none."""
    parts: list[str] = []
    end = start
    while len(parts) < 4:
        match = next((found for pattern in _patterns() if (found := pattern.match(text, end))), None)
        if match is None:
            break
        parts.append(_folded(match["part"]))
        end = match.end()
    return Unit(tuple(parts), end)


_BEFORE = lazy_pattern(
    r"(?:\b(?:per|pro)\s+(?P<thing>[^\W\d_]+)(?:\s+(?:per|pro)\s+(?P<then>[^\W\d_]+))?[)\s]*(?:[:=–—-]|is|at|for|from|only|just|\s)*"
    r"|\b(?P<period>annual|yearly|monthly|weekly|daily|nightly|hourly|quarterly)\s+(?:\w+\s+)?(?:price|fee|rate|cost|charge|"
    r"subscription|plan|rental|total)s?\b[^.;\n\d]{0,40})[*_\s]*(?:from|only|just)?[*_\s~]*\Z",
    re.IGNORECASE,
)


def unit_before(text: str, start: int) -> tuple[str, ...]:
    """The unit that leads up to an amount: "per person: £12.50", "Annual fee: $90K"."""
    match = _BEFORE.search(text, max(0, start - 70), start)
    if match is None:
        return ()
    return tuple(_folded(part) for part in match.group("thing", "then", "period") if part)


_HEADER = lazy_pattern(
    r"(?:\bper|\bpro|/|\ba|\ban)\s*(?P<part>[^\W\d_]+)|\b(?P<alone>pp|p\.p\.|each|\w+ly|annual)\b", re.I
)


def unit_in_header(text: str) -> tuple[str, ...]:
    """The unit that a column's header, or a row's label, names: "Monthly price (USD)", "£ per person"."""
    parts = [_folded(match["part"] or match["alone"]) for match in _HEADER.finditer(text)]
    return tuple(part for part in parts if part in units().meanings)


def _folded(part: str) -> str:
    return "".join(part.casefold().split())


def meanings(part: str) -> frozenset[str]:
    """The units a written part may mean; itself where it is not in the tables."""
    part = _folded(part)
    known = units().meanings
    return known.get(part) or known.get(part.removesuffix("s")) or frozenset({part.removesuffix("s")})


def is_period(part: str) -> bool:
    return bool(meanings(part) & units().periods)


def agree(written: Sequence[str], decided: Sequence[str]) -> bool:
    """Whether a written unit is no other than the decided one; nothing is converted.

    What was left out agrees ("$10 per user" of a month's price), and so does "each" with whatever is counted. What was
    added agrees where it is counted and the rest is whole ("a month per line" of a price by the month).
    """
    left = [meanings(part) for part in decided]
    added = []
    for part in written:
        meant = meanings(part)
        match = next((unit for unit in left if unit & meant), None)
        if match is not None:
            left.remove(match)
        else:
            added.append(part)
    return not added or (not any(map(is_period, added)) and (not left or _any_one(added, left)))


def _any_one(added: Sequence[str], left: Sequence[frozenset[str]]) -> bool:
    """Whether "each" stands for the one thing that is counted."""
    counted = [unit for unit in left if not unit & units().periods]
    vague = all("each" in meanings(part) for part in added)
    return len(added) == 1 and (vague or any("each" in unit for unit in counted))
