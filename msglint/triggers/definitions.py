"""Definitions of terms that the glossary lacks, which may differ from one document to the next (DEF402)."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
import re

from msglint.facts.defining import GLOSSARY, is_glossary_title, own_term
from msglint.lazy_pattern import lazy_pattern
from msglint.model.glossary import Glossary
from msglint.model.judgement import Rule
from msglint.text.normalise import normalise
from msglint.text.occurrences import occurrences
from msglint.text.skim import ITEM, ITEM_END, Skim, in_any_case
from msglint.triggers import Trigger

CHECKS = ("competing_definitions",)
FINDERS = ("definitions",)

_VERBS = in_any_case(
    "mean means refer refers denote denotes define defined understand understood described".split()  # noqa: SIM905
)
_GLOSSARY = in_any_case((
    "glossary", "definition", "definitions", "terminology", "vocabulary", "mean", "dictionary", "jargon", "terms",
    "lexicon", "abbreviations", "acronyms", "who", "defined", "words",
))  # fmt: skip
"""Each title under which terms are defined has one of them."""
_CLOSING = r"[\"'”’)\]]*+\s"
_BEGIN = rf"[.!?…\n](?:(?<=\n)|{_CLOSING})[\s\x02]*+"  # a set first: what has none is passed over fast
_WE = lazy_pattern(r"\bwe (?:all )?\Z", re.IGNORECASE)
_DEFINES = lazy_pattern(r"define\s|(?:defined|understood|described) (?:here )?(?:as|to be)\b", re.IGNORECASE)
_MEANS = lazy_pattern(r"(?:means?|refers? (?:only )?to|denotes?)\b", re.IGNORECASE)
_SUBJECT = lazy_pattern(rf"{_BEGIN}(?=(?P<subject>[^\n:;=?]{{1,80}}?)\Z)")
_WE_REACH = 12
_REACH = 90
"""Characters before such a verb in which its sentence begins."""
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
_HEAD = (
    r"[\s\x02]*+(?:[\"“‘'*_]|(?:[tT][hH][eE] )?[A-Z][A-Z&]"
    r"|[tT][hH][eE] (?:[tT][eE][rR][mM]|[wW][oO][rR][dD]|[nN][aA][mM][eE]) "
    r"|[aA](?:[nN]?[ yY]|[lL][lL])|[eE](?:[aA][cC]|[vV][eE])|[wW][hH][oO][eE])"
)
_HEADS = {
    "\n": lazy_pattern(rf"\n(?:{_CLOSING})?{_HEAD}"),
    **{sign: lazy_pattern(rf"{re.escape(sign)}{_CLOSING}{_HEAD}") for sign in ".!?…"},
}
"""How what a remark begins with begins, by the sign before it. Without regard to case, and sign by sign, they are found
several times as fast."""
_END = lazy_pattern(r"[.!;]\s|\n\s*\n|\n:|\Z")
_LISTED = lazy_pattern(r"\n:[ \t]+\S")
_EQUALS = lazy_pattern(r"^[^\n:;=?]{1,80}=", re.MULTILINE)
_ASKED = lazy_pattern(r"\bwhat (?:is|are|does|do) [^\n]*\?", re.IGNORECASE)
_LABELS = lazy_pattern(r"[^\n]:\s|\s[–—-]\s")
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
    return _calls


def cues(glossary: Glossary) -> frozenset[bytes]:
    """The verbs that put a term and its meaning together, and words of titles under which terms are defined."""
    return _VERBS | _GLOSSARY


def _calls(skim: Skim) -> Iterator[int | None]:
    text = f"\n{skim.text}"
    if skim.terms or _asks(skim.titles) or (skim.tables and _has_meanings(text)) or _is_glossary(skim, text):
        yield None
    yield from (place - 1 for place in _places(text, _VERBS & skim.words))


def _asks(titles: str) -> bool:
    return "?" in titles and _ASKED.search(titles) is not None


def _is_glossary(skim: Skim, text: str) -> bool:
    """Whether anything is put under a title that says that terms are defined there."""
    if skim.words.isdisjoint(_GLOSSARY) or not GLOSSARY.search(skim.titles):
        return False
    titles = skim.titles.splitlines()
    first = next((number for number, title in enumerate(titles) if is_glossary_title(title)), None)
    if first is None:
        return False
    marks = (at for sign in ":–—-" for at in occurrences(sign, text) if _LABELS.match(text, at - 1))
    labels = (subject for at in marks for subject in _subjects(text, at))
    return any(own_term(normalise(term.strip()).text) for term in chain(titles[first + 1 :], labels))


def _places(text: str, verbs: Iterable[bytes]) -> Iterator[int]:
    """Each place at which a term may be put in one of the forms."""
    if "\n:" in text:
        yield from (match.end() - 1 for match in _LISTED.finditer(text))
    if "=" in text:
        yield from (match.end() - 1 for match in _EQUALS.finditer(text))
    told = sorted(at for verb in verbs for at in occurrences(verb.decode(), text))
    yield from (at for at in told if _DEFINES.match(text, at) or _WE.search(text, max(0, at - _WE_REACH), at))
    yield from _with_subject(text, [at for at in told if _MEANS.match(text, at) and text[at - 1].isspace()])
    yield from _remarks(text)
    if ITEM not in text and _BULLET.search(text):  # a list of plain text, if any
        yield from _remarks(_BULLET.sub(lambda bullet: " " * len(bullet[0]), text))


def _remarks(text: str) -> Iterator[int]:
    heads = (head for sign, pattern in _HEADS.items() if sign in text for head in pattern.finditer(text))
    matches = (_REMARK.match(text, head.start()) for head in heads)
    yield from (match.end() - 1 for match in matches if match and _puts(match))


def _subjects(text: str, end: int) -> list[str]:
    """What may be the subject of a sentence, up to there: from each place on at which the sentence may begin."""
    return [match["subject"] for match in _SUBJECT.finditer(text, max(0, end - _REACH), end)]


def _with_subject(text: str, verbs: Iterable[int]) -> Iterator[int]:
    """Those of the verbs before which a term is pointed at, or which stand in a list."""
    depth = at = 0
    for verb in verbs:
        depth += text.count(ITEM, at, verb) - text.count(ITEM_END, at, verb)
        at = verb
        subjects = _subjects(text, verb - 1)
        listed = depth > 0 or (
            ITEM not in text
            and _BULLET.search(text, text.rfind("\n\n", 0, max(0, verb - _REACH)) + 1, verb) is not None
        )
        if subjects and (listed or any(map(_POINTED_AT.match, subjects))):
            yield verb


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
