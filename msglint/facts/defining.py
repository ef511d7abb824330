"""What finder, binder and checks say of definitions: the shapes they come in, and what was defined."""

from enum import StrEnum
from functools import lru_cache
import re

from msgspec import Struct

from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import Segment


class Form(StrEnum):
    """How a definition is put. An explicit one says that it is one; the others may be mere remarks."""

    EXPLICIT = "explicit"  # means, refers to, we define … as; a glossary's table, list or section; "="
    COPULA = "copula"  # An MQL is …
    COLON = "colon"  # MQL: …, MQL – …
    DESCRIBED = "described"  # a column headed Description


class Definition(Struct, frozen=True):
    """The value of a definition mention, whose span is the definiens.

    subject  span, in `segment`, of the words before the definiens that hold the term: 'By "MQL"', "For us, an MQL"
    """

    form: Form
    segment: Segment
    subject: tuple[int, int]


class Defined(Struct, frozen=True):
    """The value of a definition statement. `key` is the entry's id, or the folded term where the glossary has none."""

    term: str
    key: str
    text: str
    form: Form


_QUOTES = "\"'“”‘’*_`«»()[] \t\n"
_OWN_TERM = lazy_pattern(
    r"(?:(?:an?|the|our)\s+)?(?:term\s+)?[\"“‘'*_]*(?P<term>[^\W\d_][\w&/-]*(?: [\w&/'’-]+){0,3}?)[\"”’'*_]*\s*"
    r"(?:\((?P<short>[^()]{1,30})\))?\s*",
    re.IGNORECASE,
)
_NO_TERM = lazy_pattern(
    r"\A(?:this|that|it|which|what|there|here|they|these|those|he|she|we|you|i|note|example|for|if|when|so|and|but|or|not"
    r"|one|all|each|every|some|in|on|at|as|by|to|from|with|see|step|type|name|value|key|default|status|warning|tip"
    r"|important|please|goal|why|how|who|where|date|time|question|answer|q|a|read|more|doing|being|having|using)\b|ing\Z",
    re.IGNORECASE,
)
GLOSSARY = lazy_pattern(
    r"\b(?:glossary|definitions?|terminology|vocabulary|what we mean|dictionary|jargon|our terms|terms we use|key terms"
    r"|terms|lexicon|abbreviations|acronyms|who is who|metrics defined|words we use)\b",
    re.IGNORECASE,
)
"""Words of titles under which terms are defined."""
_TERM_HEADER = lazy_pattern(
    r"\s*(?:terms?|words?|names?|metrics?|kpis?|concepts?|stages?|abbreviations?|acronyms?|personas?|slas?|expressions?"
    r"|phrases?|entry|label|measure|what)\s*\Z",
    re.IGNORECASE,
)
_MEANING_HEADER = lazy_pattern(
    r"\s*(?:(?:our |agreed |shared )?definitions?|meanings?|what it means|what we mean(?: by it)?|means|explanation"
    r"|defined as|in plain words|what it is)\s*\Z",
    re.IGNORECASE,
)
_DESCRIPTION_HEADER = lazy_pattern(r"\s*(?:descriptions?|what|about|details?|notes?)\s*\Z", re.IGNORECASE)


@lru_cache(maxsize=256)
def is_glossary_title(title: str) -> bool:
    """Whether what stands under such a title defines terms."""
    return bool(GLOSSARY.search(title)) and not re.search(r"\bterms (?:and|&) conditions\b", title, re.IGNORECASE)


def own_term(subject: str) -> re.Match[str] | None:
    """The group `term` of a subject (normalised) that is but a term of a few words, which a text may define."""
    match = _OWN_TERM.fullmatch(subject.strip(_QUOTES))
    return None if match is None or _NO_TERM.search(match["term"]) else match


def meaning_columns(header: dict[int, str]) -> tuple[int, int, Form] | None:
    """The column of the terms, that of their definitions, and how explicit these are; None for another table."""
    terms = [column for column, text in sorted(header.items()) if _TERM_HEADER.match(text)]
    for pattern, form in ((_MEANING_HEADER, Form.EXPLICIT), (_DESCRIPTION_HEADER, Form.DESCRIBED)):
        meanings = [column for column, text in sorted(header.items()) if pattern.match(text)]
        if terms and meanings and meanings[-1] != terms[0]:
            return terms[0], meanings[-1], form
        if form is Form.EXPLICIT and meanings and min(header) != meanings[0]:
            return min(header), meanings[0], form
    return None
