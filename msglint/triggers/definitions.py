"""Definitions of terms that the glossary lacks, which may differ from one document to the next (DEF402)."""

from collections.abc import Sequence
import re

from msglint.lazy_pattern import lazy_pattern
from msglint.model.glossary import Glossary
from msglint.model.judgement import Rule
from msglint.text.skim import ITEM, ITEM_END, Skim, in_any_case
from msglint.triggers import Trigger

CHECKS = ("competing_definitions",)
FINDERS = ("definitions",)

_VERBS = in_any_case(
    "mean means refer refers denote denotes define defined understand understood described".split()  # noqa: SIM905
)
_BEGIN = r"[.!?…\n](?:(?<=\n)|[\"'”’)\]]*+\s)[\s\x02]*+"  # a set first: what has none is passed over fast
_EXPLICIT = lazy_pattern(
    r"\bwe (?:all )?(?:mean|understand)\b|\bdefine\s|\b(?:defined|understood|described) (?:here )?(?:as|to be)\b"
    rf"|{_BEGIN}(?P<subject>[^\n:;=?]{{1,80}}?)\s(?:means?|refers? (?:only )?to|denotes?)\b",
    re.IGNORECASE,
)
_GENERAL = (
    r"(?:an?|the|any|every|all|each|our|some(?:one|body)|any(?:one|body)|every(?:one|body|thing)|who(?:so)?ever"
    r"|those)\b"
)
_POINTED = r"(?:[\"“‘'*_]|an? |the (?:term|word|name) |(?:the )?(?-i:[A-Z][A-Z&]{1,5})s?\b)"
_POINTED_AT = lazy_pattern(_POINTED, re.IGNORECASE)
_REMARK = lazy_pattern(
    rf"{_BEGIN}(?:{_POINTED}[^\n:;=?]{{0,80}}?(?:"
    r"\s(?:is|are)\s(?:now |always |simply |for us )?"
    rf"(?={_GENERAL}|[a-z]+s (?:who|that|which|whose|with|without)\b|people\b|[a-z]+s [a-z]+ed\b)"
    r"|:\s|\s[–—-]\s)"
    r"|(?P<definiens>(?:any|every|all|whoever|each)\w*\b[^.;:?]{3,120}?),?\s"
    rf"(?:is|are|counts? as|becomes?|qualif(?:y|ies) as)\s{_POINTED})",
    re.IGNORECASE,
)
_HEAD = lazy_pattern(
    rf"{_BEGIN}(?:[\"“‘'*_]|(?:[tT][hH][eE] )?[A-Z][A-Z&]|[tT][hH][eE] [tTwWnN]"
    r"|[aA](?:[nN]?[ yY]|[lL][lL])|[eE][aAvV]|[wW][hH][oO])"
)
"""How what a remark begins with begins; told without regard to case, since that is several times as fast."""
_END = lazy_pattern(r"[.!;]\s|\n\s*\n|\n:|\Z")
_LISTED = lazy_pattern(r"\n:[ \t]+\S")
_EQUALS = lazy_pattern(r"^[^\n:;=?]{1,80}=", re.MULTILINE)
_TITLES = lazy_pattern(
    r"\bwhat (?:is|are|does|do)\b|\b(?:glossary|definitions?|terminology|vocabulary|what we mean|dictionary|jargon"
    r"|terms|lexicon|abbreviations|acronyms|who is who|metrics defined|words we use)\b",
    re.IGNORECASE,
)
_MEANING = lazy_pattern(
    r"^\W*(?:(?:our |agreed |shared )?definitions?|meanings?|what it means|what we mean(?: by it)?|means|explanation"
    r"|defined as|in plain words|what it is)\W*$",
    re.IGNORECASE | re.MULTILINE,
)
_DESCRIPTION = lazy_pattern(r"^\W*(?:descriptions?|what|about|details?|notes?)\W*$", re.IGNORECASE | re.MULTILINE)
_TERM = lazy_pattern(
    r"^\W*(?:terms?|words?|names?|metrics?|kpis?|concepts?|stages?|abbreviations?|acronyms?|personas?|slas?"
    r"|expressions?|phrases?|entry|label|measure|what)\W*$",
    re.IGNORECASE | re.MULTILINE,
)
_BULLET = lazy_pattern(r"^[ \t]*(?:[^\w\s]|\(?\w{1,3}[.)])", re.MULTILINE)


def trigger(rules: Sequence[Rule], glossary: Glossary) -> Trigger:
    """Whether a text may put a term in one of the forms that the finder of definitions knows."""
    return _may_define


def cues(glossary: Glossary) -> frozenset[bytes]:
    """The verbs that put a term and its meaning together."""
    return _VERBS


def _may_define(skim: Skim) -> bool:
    text = f"\n{skim.text}"
    return bool(
        skim.terms
        or _TITLES.search(skim.titles)
        or ("\n:" in text and _LISTED.search(text))
        or ("=" in text and _EQUALS.search(text))
        or (skim.tables and _has_meanings(text))
        or (not skim.words.isdisjoint(_VERBS) and any(_counts(match) for match in _EXPLICIT.finditer(text)))
        or any(_puts(match) for head in _HEAD.finditer(text) if (match := _REMARK.match(text, head.start())))
    )


def _counts(match: re.Match[str]) -> bool:
    """Whether the term is pointed at, or the sentence is one of a list."""
    subject = match["subject"]
    if subject is None or _POINTED_AT.match(subject):
        return True
    text, start = match.string, match.start("subject")
    if ITEM in text:
        return text.count(ITEM, 0, start) > text.count(ITEM_END, 0, start)
    return _BULLET.search(text, text.rfind("\n\n", 0, start) + 1, start + 1) is not None


def _has_meanings(text: str) -> bool:
    """Whether any cell may head a column of meanings."""
    return bool(_MEANING.search(text) or (_DESCRIPTION.search(text) and _TERM.search(text)))


def _puts(match: re.Match[str]) -> bool:
    """Whether it puts a term under a kind of thing that is known: only then a remark defines."""
    from msglint.facts.words import kind_of

    definiens = match["definiens"]
    if definiens is None:
        end = _END.search(match.string, match.end())
        definiens = match.string[match.end() : end.start() if end else len(match.string)]
    return kind_of(definiens) not in (None, "comment")
