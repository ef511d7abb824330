"""What an amount says of tax: `+ VAT`, `incl. VAT`, `zzgl. MwSt.`"""

import re
from typing import NamedTuple

from msglint.lazy_pattern import lazy_pattern

_NAMES = r"(?:VAT|V\.A\.T\.|sales tax|tax(?:es)?|GST|MwSt\.?|Mehrwertsteuer|TVA|IVA|BTW|moms)"
_OUT = r"excluding|excl(?:usive of|uded)?\.?|ex\.?|plus|\+|before|without|net of|zzgl\.?|exkl\.?|ohne|hors|sin|más"
_IN = r"including|incl(?:usive of|uded|udes)?\.?|inc\.?|with|inkl\.?|mit|con|avec"
_GAP = r"[\s,()*–—-]*"
_TAX = lazy_pattern(
    rf"{_GAP}(?:(?P<out>(?<!\w)(?:{_OUT}))|(?P<in>(?<!\w)(?:{_IN})))\s*(?:the\s+|of\s+)?{_NAMES}(?![\w])\)?"
    rf"|{_GAP}{_NAMES}\s+(?:is\s+)?(?:(?P<out2>not included|excluded|extra|exclusive|ex(?:cl)?\.?)"
    rf"|(?P<in2>included|inclusive|incl?\.?))"
    rf"|{_GAP}(?<!\w)(?-i:(?P<out3>H\.?T\.?)|(?P<in3>T\.?T\.?C\.?))(?![\w])",
    re.IGNORECASE,
)


class Tax(NamedTuple):
    """ "included" or "excluded", and the span of the words that say so, without what leads up to them."""

    kind: str
    start: int
    end: int


def tax_at(text: str, start: int) -> Tax | None:
    """What begins at `start` and speaks of tax."""
    match = _TAX.match(text, start)
    if match is None or match.end() == start:
        return None
    kind = "excluded" if match["out"] or match["out2"] or match["out3"] else "included"
    lead = re.match(_GAP, text[start : match.end()])
    return Tax(kind, start + (lead.end() if lead else 0), match.end())


def tax_in(text: str) -> str | None:
    """What a column's header says of tax."""
    match = _TAX.search(text)
    return None if match is None else "excluded" if match["out"] or match["out2"] or match["out3"] else "included"


_OPPOSITE = {
    "including": "excluding",
    "incl.": "excl.",
    "incl": "excl",
    "inc.": "excl.",
    "inc": "ex",
    "inclusive of": "exclusive of",
    "included": "excluded",
    "with": "without",
    "inkl.": "exkl.",
    "inclusive": "exclusive",
}


def opposite(said: str) -> str | None:
    """ "incl. VAT" for "excl. VAT" and the other way round; None where nothing single can be said."""
    pairs = {**{out: in_ for in_, out in reversed(_OPPOSITE.items())}, **_OPPOSITE, "plus": "incl.", "+": "incl."}
    for words in sorted(pairs, key=len, reverse=True):
        match = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", said, re.IGNORECASE)
        if match:
            return said[: match.start()] + pairs[words] + said[match.end() :]
    return None
