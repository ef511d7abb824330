"""What makes it doubtful that an amount, in the sentence of a product's name, is that product's price.

An old price found there is evidence enough by itself; an amount that the product never cost is not.
"""

import re

from msglint.lazy_pattern import lazy_pattern
from msglint.model.judgement import Mention
from msglint.money.amount import Amount
from msglint.money.subjects import attached_nouns, content, some_buyers
from msglint.text.sentences import sentence_at

_WITHIN = lazy_pattern(
    r"\b(?:in|of|for|from|with|on|to|at|during|after|near|by|into|onto|inside|per)\s+(?:(?:the|our|your|an?|their|this|any|every)\s+)?\W*\Z",
    re.IGNORECASE,
)
_BEFORE = lazy_pattern(r"(?P<word>[^\W\d_][\w-]*)[ \u00a0]\Z")
_AFTER = lazy_pattern(r"['’]?s?[ \u00a0](?P<word>(?:[^\W\d_A-Z]|[A-Z]-)[\w-]*)")
_FOLLOWS = lazy_pattern(r"[ \u00a0](?P<word>[^\W\d_][\w-]*)")
_NO_NOUN = ("ed", "ing", "ly")
_OBJECT = lazy_pattern(
    r"(?P<word>[^\W\d_][\w'’-]*) (?:the|our|your|an?|their|my|his|her|this|that|any|every)[ \u00a0]\Z", re.IGNORECASE
)
_VARIANT = lazy_pattern(
    r"\d[\w-]*[ -](?:min(?:ute)?s?|hours?|days?|weeks?|months?|nights?|sessions?|class(?:es)?|"
    r"visits?|packs?|courses?|pieces?)\b"
    r"|\b(?:online|virtual(?:ly)?|remote(?:ly)?|in advance|early[- ]bird|off-peak|midweek|weekdays?|weekends?|"
    r"winter|summer|"
    r"annual(?:ly)?|yearly|quarterly|billed|"
    r"single (?:use|occupancy)|(?:non-)?(?:members?|residents?))\b"
    r"|\b(?:half|double|single|triple|small|medium|large|mini|junior|senior|kids?|child(?:ren)?|students?)\b",
    re.IGNORECASE,
)
_FOR_WHOM = lazy_pattern(r"['’]?s?[ \u00a0]for (?P<word>[^\W\d_][\w'’-]*)", re.IGNORECASE)


_SOMEBODY = lazy_pattern(
    r"(?P<word>[^\W\d_][\w'’-]*) (?:can )?(?:gets?|pays?(?: for)?|receives?|enjoys?|buys?) "
    r"(?:(?:the|our|an?|their) )?\W*\Z",
    re.IGNORECASE,
)
_KIND = lazy_pattern(
    r"private|bespoke|corporate|shared|extended|half|double|single|small|medium|large|mini|junior|senior", re.IGNORECASE
)
_WORDS = lazy_pattern(r"[^\W\d_]+")
_WHOSE = lazy_pattern(r"(?:[^\W\d_]s['’]|\b(?:children|women|men|people)['’]s)[ \u00a0]\Z", re.IGNORECASE)


def doubtful(text: str, amount: Amount, name: Mention) -> bool:
    """Whether amount and name, both in a sentence of `text`, may speak of two things.

    The amount goes before a noun ("a £2,000 bed"); the name is where, not what ("a cot in the Sea View Room"), what
    something is done to ("freeze your Flex Pass for $5"), part of a longer name ("Weekend Spa Day"), the attribute of a
    noun ("a Spa Day guest pass"); or a variant is meant ("30 minutes", "for couples", "Children's Spa Day"), or only
    some buyers ("members pay").
    """
    start, end = sentence_at(text, name.start)
    if not start <= amount.figure[0] < end:
        return False
    before, after = text[start : name.start], text[name.end :]
    return (
        _before_noun(text, amount)
        or _is_place(before, name.end <= amount.figure[0])
        or _is_object(before)
        or _is_variant(text[name.end : amount.figure[0]])
        or _is_longer_name(before)
        or _is_for_some(before)
        or is_attribute(after)
    )


def doubtful_cell(name: Mention) -> bool:
    """Whether a cell that names a product is about something else: "Flowers in the Lake Suite", "Spa Day robes"."""
    text = name.segment.text
    before = text[: name.start]
    return _is_place(before, leads=True) or _is_longer_name(before) or is_attribute(text[name.end :])


def _before_noun(text: str, amount: Amount) -> bool:
    match = _FOLLOWS.match(text, amount.phrase[1])
    return match is not None and content(match["word"]) and not match["word"].endswith("ly")


def _is_place(before: str, leads: bool) -> bool:
    match = _WITHIN.search(before)
    return leads and match is not None and content(before[: match.start()])


def _is_object(before: str) -> bool:
    match = _OBJECT.search(before)
    return match is not None and content(match["word"])


def _is_for_some(before: str) -> bool:
    """Whether the sentence tells what only some buyers pay: "Nonprofits get", "for returning guests"."""
    match = _SOMEBODY.search(before)
    return not some_buyers().isdisjoint(_WORDS.findall(before.casefold())) or (
        match is not None and content(match["word"])
    )


def _is_variant(between: str) -> bool:
    """`between` name and amount; empty where the amount comes first."""
    match = _FOR_WHOM.match(between)
    return bool(_VARIANT.search(between)) or (match is not None and content(match["word"]))


def _is_longer_name(before: str) -> bool:
    if _WHOSE.search(before):
        return True
    match = _BEFORE.search(before)
    if match and _KIND.fullmatch(match["word"]):
        return True
    return match is not None and match["word"][0].isupper() and content(match["word"])


def is_attribute(after: str) -> bool:
    """Whether the text behind a name goes on with a noun that the name only describes."""
    match = _AFTER.match(after)
    if match is None:
        return False
    word = match["word"].casefold()
    return word in attached_nouns() or (content(word) and not word.endswith(_NO_NOUN))
