"""Looking only near the places where a name may be finds all that looking everywhere finds."""

from datetime import date
from unittest.mock import patch

from hypothesis import given, settings, strategies

from msglint.finders import names
from msglint.glossary.lexicon import Lexicon, compile_lexicon
from msglint.glossary.load import parse_glossary
from msglint.model.document import Document, Segment
from msglint.model.judgement import Circumstances, Mention
from msglint.text.tokens import Words, tokenize, tokens_between

_TERMS = """
terms:
  - {term: Meals for Teams, type: product, superseded: Business Lunch, admitted: LunchPad}
  - {term: Login.gov, type: product, superseded: Care Plus, deprecated: Care+}
  - {term: Fern & Fig, type: brand, match: {not: the fern & fig tree}}
  - {term: St. John Hall, type: brand, superseded: Chef's Table, admitted: MQL}
  - {term: Access, type: product, deprecated: Plan 5}
"""
_BROKEN = f"{_TERMS}  - {{term: Acme, type: brand, superseded: Yahoo! Mailbox}}\n"
_WORDS = (
    "Business Lunch", "business", "lunches", "busi", "ness", "Lu", "nch", "buisness", "businesslumch", "meals", "teams",
    "for", "4", "Lunch Pad", "log", "in", "gov", "login.gov", "Care", "plus", "+", "Fern", "fig", "&", "and", "the",
    "tree", "St", "John", "hall", "chef's", "chefs", "table", "MQL", "Access", "access", "plan", "5",
    "Yahoo", "Mailbxo",
)  # fmt: skip
_SIGNS = (
    " ", " ", " ", " ", " ", "", "-", "-\n", "\n", "\n\n", "_", ".", ". ", ". ", ".\n", "! ", ", ", "’s ", "'", "`",
    " – ", "\xa0", "\xad", "\u200b. ", "é", " (", ") ",
)  # fmt: skip
_texts = strategies.lists(strategies.sampled_from((*_WORDS, *_SIGNS)), max_size=40).map("".join)
_LEXICONS = [compile_lexicon(parse_glossary(terms, "glossary.yaml")) for terms in (_TERMS, _BROKEN)]


def _found(text: str, lexicon: Lexicon) -> list[Mention]:
    document = Document("x.txt", "txt", (Segment(text),), {"": text})
    return list(names.find(document, lexicon, Circumstances(date(2026, 6, 10))))


@settings(max_examples=1_000, deadline=None)
@given(_texts, strategies.sampled_from(_LEXICONS))
def test_nothing_is_lost(text: str, lexicon: Lexicon) -> None:
    with (
        patch.object(names, "places", lambda words, lexicon: range(len(words))),
        patch.object(names, "stretch_around", lambda text, at: (0, len(text))),
    ):
        everywhere = _found(text, lexicon)
    assert _found(text, lexicon) == everywhere


@given(_texts)
def test_words_are_those_of_tokens(text: str) -> None:
    words, tokens = Words(text), tokenize(text)
    assert list(words.keys) == [token.key for token in tokens]
    assert list(words.starts(range(len(tokens)))) == [token.start for token in tokens]
    assert tuple(tokens_between(f"{text}.", 0, len(text))) == tokens
