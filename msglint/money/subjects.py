"""Whether the words around an amount name something of their own that it could be the price of."""

from functools import cache
import re

from msglint.lazy_pattern import lazy_pattern
from msglint.money.amount import Amount
from msglint.money.tables import lines, numerals, units
from msglint.text.sentences import sentence_at

_WORD = lazy_pattern(r"[^\W\d_][\w'’-]*")
_CLAUSE = lazy_pattern(r"[,;()\n]|[:–—](?=\s)|\s-\s|\b(?:and|or|but)\b")
_BUYS = lazy_pattern(
    r"[\s,]*(?:for|buys?|on)\s+(?:(?:an?|the|our|your|each|every)\s+)?(?P<word>[^\W\d_][\w'’-]*)", re.IGNORECASE
)


@cache
def generic() -> frozenset[str]:
    """Words that name no thing by themselves: data/generic-words.txt, units and numerals."""
    words = {word for line in lines("generic-words") for word in line.split()}
    return frozenset(words | set(units().meanings) | set(numerals()))


@cache
def attached_nouns() -> frozenset[str]:
    """data/attached-nouns.txt."""
    return frozenset(word for line in lines("attached-nouns") for word in line.split())


@cache
def some_buyers() -> frozenset[str]:
    """data/some-buyers.txt."""
    return frozenset(word for line in lines("some-buyers") for word in line.split())


def content(text: str) -> bool:
    """Whether a text holds a word that may name a thing."""
    return any(
        word not in generic() and word.split("'")[0] not in generic()
        for match in _WORD.finditer(text)
        if len(word := match[0].casefold().replace("’", "'")) > 1
    )


def crowded(text: str, amount: Amount) -> bool:
    """Whether anything before the amount in its sentence, or what it is said to be for, may name another thing."""
    start, _ = sentence_at(text, amount.figure[0])
    return content(text[start : amount.figure[0]]) or _is_for_something(text, amount)


def own_subject(text: str, amount: Amount) -> bool:
    """Whether the clause right before the amount, or what it is said to be for, names a thing: "Wall mount: €9.99"."""
    start, _ = sentence_at(text, amount.figure[0])
    before = text[start : amount.figure[0]]
    clauses = _CLAUSE.split(before)
    closing = before.rstrip(" *_~").endswith((":", "–", "—", "-", "("))
    last = clauses[-1] if content(clauses[-1]) or not closing or len(clauses) < 2 else clauses[-2]
    return content(last) or _is_for_something(text, amount)


def _is_for_something(text: str, amount: Amount) -> bool:
    match = _BUYS.match(text, amount.phrase[1])
    return bool(match) and content(match["word"] if match else "")
