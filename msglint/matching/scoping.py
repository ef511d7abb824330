"""Whether an entry may be named in a document: audience, region and channel (contract.md, "Audience is a circle")."""

from functools import cache
from pathlib import Path
import re

from msglint.glossary.in_words import joined
from msglint.glossary.scopes import among, may_hear, region_code, within
from msglint.lazy_pattern import lazy_pattern
from msglint.model.glossary import Entry
from msglint.model.judgement import Circumstances, Mention, Variation
from msglint.text.sentences import sentence_at

_REGIONS = Path(__file__).parents[1] / "text" / "data" / "region-names.txt"
_DENIED = lazy_pattern(
    r"\b(?:not|isn['’]t|aren['’]t|never|no longer|cannot|can['’]t|don['’]t|doesn['’]t|unavailable|except)\b"
    r"[^.;]{0,40}?\b(?:available|sold|offered|sell|offer|supplied|open|valid|part|here)\b|\bunavailable\b",
    re.IGNORECASE,
)


def misplaced(entry: Entry, circumstances: Circumstances, mention: Mention | None = None) -> dict[str, object] | None:
    """{scope} and {here} of a message where the entry's scope leaves the document out; None where it may stand.

    What the document does not tell of itself is no ground; nor is a sentence that itself says where the product is to
    be had, or that it is not to be had here.
    """
    scope = entry.scope
    if scope.audience and circumstances.audience and not may_hear(scope.audience, circumstances.audience):
        return {"scope": f"for {joined(scope.audience)}", "here": f"a document for {circumstances.audience}"}
    if scope.region and circumstances.region and not within(scope.region, circumstances.region):
        if mention is not None and _says_where(mention, scope.region):
            return None
        return {"scope": f"for {joined(scope.region)}", "here": f"a document for {circumstances.region}"}
    if scope.channel and circumstances.channel and not among(scope.channel, circumstances.channel):
        return {"scope": f"for {joined(scope.channel)}", "here": f"a document of the channel {circumstances.channel}"}
    return None


def merely_words(mention: Mention) -> bool:
    """Whether it may be no name at all: inflected and without its capitals ("the team plans a trip")."""
    lower = mention.said.islower() and Variation.CASE in mention.variations
    return lower and bool(mention.variations & {Variation.INFLECTED, Variation.NUMBER})


def _says_where(mention: Mention, regions: tuple[str, ...]) -> bool:
    text = mention.segment.text
    start, end = sentence_at(text, mention.start)
    sentence = f"{text[start : mention.start]} {text[mention.end : end]}"
    if _DENIED.search(sentence):
        return True
    names = [name for region in regions for name in region_names().get(region_code(region).partition("-")[0], ())]
    return any(re.search(rf"\b{re.escape(name)}\b", sentence) for name in names)


@cache
def region_names() -> dict[str, tuple[str, ...]]:
    """The English names of regions by ISO 3166 code, from CLDR."""
    lines = _REGIONS.read_text(encoding="utf-8").splitlines()
    pairs = (line.split("|") for line in lines if line and not line.startswith("#"))
    return {code.strip(): tuple(name.strip() for name in names.split(",")) for code, names in pairs}
