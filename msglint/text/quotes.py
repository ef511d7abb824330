"""Whose words are these? A quoted sentence of a customer is theirs, a quoted line of a sales script is ours."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache
import re

from msglint.lazy_pattern import lazy_pattern
from msglint.text.sentences import sentence_at
from msglint.text.word_classes import word_class

_QUOTED = lazy_pattern(r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»|„[^„“”]*[“”]|(?<!\w)‘[^‘]*?’(?!\w)")
_MINE = lazy_pattern(r"\b[Mm]y (?:\w+ )?\Z")
_SIGNED = lazy_pattern(r"(?:^|\n|[.!?”\"]\s*)[—–―-]{1,2}\s*[A-Z][\w.]+[^\n]{0,60}\Z")
_BYLINE = lazy_pattern(
    r"\n(?:[A-Z][\w.’'-]+|The|&|of|and)(?: (?:[A-Z][\w.’'-]*|&|of|and|de|van|von)){0,4}(?:, [^.!?\n]{2,50})?\s*\Z"
)
_REACH = 160
"""Characters around a name, or before a quotation, in which its speaker is looked for."""


def _any(name: str) -> str:
    """A regular expression for any word of a class, the longest first."""
    words = sorted(word_class(name), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(words)})".replace("_", " ").replace("'", "['’]")


@cache
def _testimony() -> re.Pattern[str]:
    we = rf"(?:I|we|my (?:\w+ )?{_any('my-people')}|our (?:\w+ )?{_any('our-people')})"
    return re.compile(rf"\b{we}(?:['’](?:ve|d|m|re))?\b[^.!?]{{0,40}}?\b{_any('testimony')}\b", re.IGNORECASE)


@cache
def _speaker_before() -> re.Pattern[str]:
    named = rf"[A-Z][a-z]+ [A-Z][a-z]+|[A-Z][a-z]+(?= {_any('saying-after-a-name')}\b)"
    said = rf"(?:{_any('saying')}[^.!?“”\"]{{0,25}})?"
    return re.compile(rf"\b(?:{_any('others')}|{named})[^.!?“”\"]{{0,40}}{said}[:,]?\s*\Z")


@cache
def _speaker_after() -> re.Pattern[str]:
    who = r"(?:[A-Z]\w+|he|she|they|(?:an?|one|the|our|another) (?:\w+ )?\w+)(?: \w+)?"
    said = _any("saying")
    return re.compile(rf"\s*(?:[—–―-]{{1,2}}\s*[A-Z][\w.]+|,?\s*{said}\b|,?\s*{who} {said}\b)")


@cache
def _turn() -> re.Pattern[str]:
    """Where a line of a script gives the word to somebody, or a blank line takes it away."""
    caller = rf"(?P<caller>(?i:{_any('callers')})(?: (?:\d+|[A-Z]|\([^)\n]{{0,20}}\)))?[*_]{{0,2}}:)"
    callers = rf"(?P<callers>(?i:{_any('callers')}s?)\b[^:\n]{{0,20}}:)"
    return re.compile(rf"^[ \t]*(?:[*_]{{0,2}}(?:{caller}|{callers}|[A-Z][^:\n]{{0,30}}:(?!\S))|$)", re.MULTILINE)


def said_by_others(text: str, start: int, end: int, quotation: str = "") -> bool:
    """Whether text[start:end] stands in a quoted sentence of somebody else.

    A bare name in quotation marks is still ours, and so is a line that a script tells us to say; theirs are a
    testimonial ("I loved my Gold Pass"), words put to a customer or a named speaker, and a transcript's caller, up to
    the line that gives the word to somebody else.
    `quotation` is the whole text of the block quotation around it, if there is one.
    """
    if quotation and _testifies(quotation):
        return True
    if _spoken(text, start):
        return True
    quote = _quote_at(text, start, end)
    if quote is None:
        return False
    opening, closing = quote
    if len((text[opening + 1 : start] + text[end : closing - 1]).split()) < 2:
        return False
    if _MINE.search(text, opening, start):
        return True
    before = text[max(0, opening - _REACH) : opening]
    sentence_start, sentence_end = sentence_at(text, start)
    spoken = text[max(sentence_start, opening, start - _REACH) : min(sentence_end, closing, end + _REACH)]
    return bool(
        _testimony().search(spoken) or _speaker_before().search(before) or _speaker_after().match(text, closing)
    )


@lru_cache(maxsize=64)
def _testifies(quotation: str) -> bool:
    return bool(_testimony().search(quotation) or _SIGNED.search(quotation) or _BYLINE.search(quotation))


def _spoken(text: str, start: int) -> bool:
    """Whether a caller has the word at a place. Bisected: a line can be megabytes long."""
    turns = _turns(text)
    number = bisect_right(turns, (start, True)) - 1
    return number >= 0 and turns[number][1]


@lru_cache(maxsize=64)
def _turns(text: str) -> tuple[tuple[int, bool], ...]:
    return tuple(_read_turns(text)) if ":" in text else ()


def _read_turns(text: str) -> Iterator[tuple[int, bool]]:
    """Where the word passes, and whether to a caller. A mere label ("Members:") has it to the end of its line only."""
    for match in _turn().finditer(text):
        yield match.start(), False
        if match["caller"] or match["callers"]:
            yield match.end(), True
        if match["callers"]:
            line_end = text.find("\n", match.end())
            yield (line_end if line_end >= 0 else len(text)), False


def _quote_at(text: str, start: int, end: int) -> tuple[int, int] | None:
    quotes = _quotes(text)
    number = bisect_left(quotes, (start, 0)) - 1
    return quotes[number] if number >= 0 and end < quotes[number][1] else None


@lru_cache(maxsize=64)
def _quotes(text: str) -> tuple[tuple[int, int], ...]:
    if text.isascii() and '"' not in text:
        return ()
    return tuple(match.span() for match in _QUOTED.finditer(text))
