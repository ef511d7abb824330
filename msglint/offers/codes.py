"""Offer codes: where one of ours stands, and what is entered as a code and is none of ours.

Ours are found anywhere in capitals, as they are written; where something says that it is a code, in any case of
letters too. Hyphens and spaces count: "TEAM-20" is refused where TEAM20 is expected, so it is an unknown code, and
outside of such a place it is any word and number.
"""

from collections.abc import Mapping
from functools import cache
import re

from msgspec import Struct

from msglint.lazy_pattern import lazy_pattern
from msglint.model.glossary import Entry, EntryType
from msglint.offers.tables import either
from msglint.text.masks import mask_spans
from msglint.text.words import is_word

_TOKEN = r"[^\W_]+(?:[-_][^\W_]+)*"
_LEADS = ("code", "coupon", "voucher", "gutschein", "código", "codice", "check", "kasse")
_LEAD = lazy_pattern(r"\b(?:code|coupon|voucher|gutschein|código|codice|checkout|check-out|kasse)", re.IGNORECASE)
_SHAPED = lazy_pattern(r"[A-Z]{2}[\w-]*\d")
_FEWEST, _MOST = 4, 20
"""Letters and figures of what may be an unknown code: what shops' systems give out."""
_MOST_EDITS = 2
_AFTERWARDS = lazy_pattern(
    r"[\s*_“”\"'‘’(]*(?:at|on|bei|an|à la|en)\s+(?:the |der )?(?:checkout|check-out|till|kasse|caisse|basket)", re.I
)


class Code(Struct, frozen=True):
    """The value of a code mention: the offers it opens, () for a code that is none of ours.

    near     for such a one, our code that it comes nearest to
    """

    offers: tuple[Entry, ...] = ()
    near: str | None = None


class Found(Struct, frozen=True):
    """A code of a text; `sure` where it is written as in the glossary, or said to be one."""

    start: int
    end: int
    value: Code
    sure: bool


class Codes:
    """The codes of a glossary, ready to be looked for."""

    def __init__(self, offers: Mapping[str, tuple[Entry, ...]]) -> None:
        self._offers = offers
        self._folded = {code.casefold(): code for code in offers}

    def __bool__(self) -> bool:
        return bool(self._offers)

    def find(self, text: str) -> list[Found]:
        """All codes of a text, in order."""
        if not self._may_be_in(text):
            return []
        hidden = bytearray(len(text))
        for start, end in mask_spans(text):
            hidden[start:end] = b"\1" * (end - start)
        tokens = [match for match in re.finditer(_TOKEN, text) if not any(hidden[match.start() : match.end()])]
        found = [self._ours(token, text) or self._unknown(token, text) for token in tokens]
        return [one for one in found if one is not None]

    def _may_be_in(self, text: str) -> bool:
        """A cheap superset: one of ours, capitals and figures, or a word that leads to a code."""
        if not self._offers:
            return False
        if any(map(text.__contains__, self._offers)) or _SHAPED.search(text):
            return True
        return any(map(text.casefold().__contains__, _LEADS)) and _LEAD.search(text) is not None

    def _ours(self, token: re.Match[str], text: str) -> Found | None:
        written = token[0]
        if written in self._offers:
            return Found(*token.span(), Code(self._offers[written]), True)
        code = self._folded.get(written.casefold())
        if code is None or not (_context(text, token, strong=False) or _AFTERWARDS.match(text, token.end())):
            return None
        return Found(*token.span(), Code(self._offers[code]), True)

    def _unknown(self, token: re.Match[str], text: str) -> Found | None:
        written = token[0]
        bare = re.sub(r"[-_]", "", written)
        if not _FEWEST <= len(bare) <= _MOST or not bare.isupper() or _no_code().fullmatch(written):
            return None
        near = self.nearest(written)
        if _context(text, token, strong=True):
            word = bare.isalpha() and is_word(bare.casefold()) and near is None
            return None if word and text.isupper() else Found(*token.span(), Code(near=near), True)
        shaped = near is not None and (_context(text, token, strong=False) or _used(text, token))
        return Found(*token.span(), Code(near=near), True) if shaped else None

    def nearest(self, written: str) -> str | None:
        """The one of our codes that a token comes near: its letters with other figures, or a slip or two."""
        plain = re.sub(r"[-_]", "", written).casefold()
        ranked = []
        for code in sorted(self._offers):
            own = re.sub(r"[-_]", "", code).casefold()
            if len(set(plain) - set(own)) > _MOST_EDITS and _stem(plain) != _stem(own):
                continue  # each letter that it lacks is an edit
            from rapidfuzz.distance import OSA  # few documents have anything like a code

            edits = OSA.distance(plain, own, score_cutoff=3)
            if edits <= (2 if len(own) >= 8 else 1) or _stem(plain) == _stem(own) != plain:
                ranked.append((edits, code))
        return min(ranked)[1] if ranked else None


def codes_of(entries: Mapping[str, Entry]) -> Codes:
    """The codes of those entries (by id) that are offers; one code may belong to several."""
    offers: dict[str, list[Entry]] = {}
    for entry in entries.values():
        if entry.type is EntryType.OFFER and entry.code:
            offers.setdefault(entry.code, []).append(entry)
    return Codes({code: tuple(found) for code, found in offers.items()})


def _stem(code: str) -> str:
    """The letters before a code's figures; the whole code where there are none, or no more than two letters."""
    letters = code.rstrip("0123456789")
    return letters if len(letters) > 2 else code


@cache
def _no_code() -> re.Pattern[str]:
    return re.compile(either("code-contexts", "no-code"))


@cache
def _lead(title: str) -> re.Pattern[str]:
    """A context right before a token, or before a list of tokens: "codes TEAM20 and LUNCH10"."""
    return re.compile(
        rf"(?P<lead>{either('code-contexts', title)})[\s:=*_“”\"'‘’(]*(?:{_TOKEN}\s*(?:,|and|or|und|/)\s*){{0,3}}\Z",
        re.IGNORECASE,
    )


@cache
def _ours_before() -> re.Pattern[str]:
    return re.compile(either("code-contexts", "our-codes"), re.IGNORECASE)


def _context(text: str, token: re.Match[str], strong: bool) -> bool:
    """Whether what stands before says that this is a code; with `strong`, one that takes something off."""
    before = text[max(0, token.start() - 60) : token.start()]
    if _lead("strong").search(before):
        return True
    if strong:
        return False
    match = _lead("plain").search(before)
    return match is not None and bool(_ours_before().search(before[: match.start("lead")]))


def _used(text: str, token: re.Match[str]) -> bool:
    before = text[max(0, token.start() - 30) : token.start()]
    return bool(re.search(rf"(?:{either('code-contexts', 'use')})[\s*_“”\"'‘’(]*\Z", before, re.I)) or bool(
        _AFTERWARDS.match(text, token.end())
    )
