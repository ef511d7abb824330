"""Whose words are these? A quoted sentence of a customer is theirs, a quoted line of a sales script is ours."""

from bisect import bisect_left
from functools import lru_cache
import re

from msglint.text.sentences import sentence_at

_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»|„[^„“”]*[“”]|(?<!\w)‘[^‘]*?’(?!\w)")
_WE = (
    r"(?:I|we|my (?:\w+ )?(?:team|boss|colleagues?|guests?|staff|family|wife|husband)"
    r"|our (?:\w+ )?(?:team|staff|guests?|office))"
)
_LOVED = (
    r"(?:loved?|liked?|adored?|enjoyed?|had|ordered|bought|booked|used|tried|got|was|were|miss(?:ed)?|hated?|went|chose"
    r"|switched|swear|recommend(?:ed)?|am a fan|can['’]t|couldn['’]t|have been|been)"
)
_SAID = (
    r"(?:said|says|wrote|writes|told|asked|asks|raved|recalls?|recalled|remembers?|review|put it|commented|posted|posts"
    r"|tweeted|added|adds|emailed|replied|noted|reports?|reported|has it|had it|puts it|gave us)"
)
_THEM = (
    r"(?:customers?|callers?|clients?|guests?|members?|patients?|prospects?|visitors?|users?|reviewers?|he|she|they"
    r"|[A-Z][a-z]+ [A-Z][a-z]+|[A-Z][a-z]+(?= (?:told|said|says|wrote|writes|gave|remembers|recalls|reports|put)\b)"
    r"|letter|review|testimonial|feedback|guest ?book)"
)
_TESTIMONY = re.compile(rf"\b{_WE}(?:['’](?:ve|d|m|re))?\b[^.!?]{{0,40}}?\b{_LOVED}\b", re.IGNORECASE)
_MINE = re.compile(r"\b[Mm]y (?:\w+ )?\Z")
_SPEAKER_BEFORE = re.compile(rf"\b{_THEM}[^.!?“”\"]{{0,40}}(?:{_SAID}[^.!?“”\"]{{0,25}})?[:,]?\s*\Z")
_SPEAKER_AFTER = re.compile(
    rf"\s*(?:[—–―-]{{1,2}}\s*[A-Z][\w.]+|,?\s*{_SAID}\b|,?\s*(?:[A-Z]\w+|he|she|they"
    rf"|(?:an?|one|the|our|another) (?:\w+ )?\w+)(?: \w+)? {_SAID}\b)"
)
_SIGNED = re.compile(r"(?:^|\n|[.!?”\"]\s*)[—–―-]{1,2}\s*[A-Z][\w.]+[^\n]{0,60}\Z")
_BYLINE = re.compile(
    r"\n(?:[A-Z][\w.’'-]+|The|&|of|and)(?: (?:[A-Z][\w.’'-]*|&|of|and|de|van|von)){0,4}(?:, [^.!?\n]{2,50})?\s*\Z"
)
_REACH = 160
"""Characters around a name, or before a quotation, in which its speaker is looked for."""

_SPOKEN_LINE = re.compile(
    r"\s*(?:[*_]{0,2})(?:caller|customer|client|prospect|guest|patient|member|visitor|user)s?\b[^:\n]{0,20}:",
    re.IGNORECASE,
)


def said_by_others(text: str, start: int, end: int, quotation: str = "") -> bool:
    """Whether text[start:end] stands in a quoted sentence of somebody else.

    A bare name in quotation marks is still ours, and so is a line that a script tells us to say; theirs are a
    testimonial ("I loved my Gold Pass"), words put to a customer or a named speaker, and a transcript's caller.
    `quotation` is the whole text of the block quotation around it, if there is one.
    """
    if quotation and (_TESTIMONY.search(quotation) or _SIGNED.search(quotation) or _BYLINE.search(quotation)):
        return True
    line_start = text.rfind("\n", 0, start) + 1
    if _SPOKEN_LINE.match(text, line_start) and ":" in text[line_start:start]:
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
    return bool(_TESTIMONY.search(spoken) or _SPEAKER_BEFORE.search(before) or _SPEAKER_AFTER.match(text, closing))


def _quote_at(text: str, start: int, end: int) -> tuple[int, int] | None:
    quotes = _quotes(text)
    number = bisect_left(quotes, (start, 0)) - 1
    return quotes[number] if number >= 0 and end < quotes[number][1] else None


@lru_cache(maxsize=64)
def _quotes(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in _QUOTED.finditer(text))
