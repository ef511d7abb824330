"""What capitals tell: which candidates count only with theirs, and which current names are written in another case."""

from collections.abc import Sequence
from functools import cached_property

from msglint.glossary.patterns import Pattern
from msglint.lazy_pattern import lazy_pattern
from msglint.matching import Candidate
from msglint.model.document import Role, Segment
from msglint.model.judgement import Variation
from msglint.model.scale import Certainty
from msglint.text.sentences import sentence_at
from msglint.text.tokens import BREAK, Token, tokenize
from msglint.text.word_classes import word_class
from msglint.text.words import is_ordinary

_LOOSE = {Variation.NUMBER, Variation.EQUIVALENT, Variation.ORDER, Variation.JOINT}
_OPENING = lazy_pattern(r"[\s\"'“”‘’«»(\[*_#>•–—-]*\Z")
_LINE = 400
"""Characters before a word in which the beginning of its line is looked for."""

_LEAST_TITLED = 0.6
"""Share of longer words with a capital from which a line counts as Title Case (small words and a stray one excused)."""

_PRODUCT_NOUNS = word_class("product-nouns")


class Setting:
    """What the capitals around a candidate in a segment are worth."""

    def __init__(self, segment: Segment) -> None:
        self.text, self.role = segment.text, segment.role

    @cached_property
    def tokens(self) -> Sequence[Token]:
        """All words of the segment."""
        return tokenize(self.text)

    @cached_property
    def titled(self) -> bool:
        """Whether most longer words have a capital; the first word proves nothing."""
        ends = self.text.rstrip()[-1:] in (".", "!", "?")
        return not (ends and len(self.tokens) > 12) and _is_titled(self.tokens[1:])

    @cached_property
    def shouted(self) -> bool:
        return self.text.isupper()

    def starts_sentence(self, token: Token) -> bool:
        start, _ = sentence_at(self.text, token.start)
        before = self.text[max(start, token.start - _LINE) : token.start]
        line = before[before.rfind("\n") + 1 :]
        return bool(
            _OPENING.match(before) or before.rstrip()[-1:] in ":|" or ("\n" in before and _OPENING.match(line) and line)
        )


def _is_titled(tokens: Sequence[Token]) -> bool:
    longer = [token.written for token in tokens if len(token.key) > 3]
    capitals = sum(word[0].isupper() or word[0].isdigit() for word in longer)
    return bool(longer) and capitals >= _LEAST_TITLED * len(longer)


def judge_case(candidate: Candidate, tokens: Sequence[Token], setting: Setting) -> Candidate | None:
    """The candidate with what its capitals make of it; None where it is just a word.

    glossary-format.md, "Case": acronyms, labels of one ordinary word and those that differ from the preferred name only
    in case count as written; of other current names another case is a variation, of stale ones it is nothing.
    """
    pattern = candidate.pattern
    window = tokens[candidate.first : candidate.last + 1]
    if pattern.any_case:
        return candidate
    if (
        pattern.acronym
        or pattern.as_written
        or (pattern.label.match.case == "exact" and not pattern.label.kind.current)
    ):
        return candidate if _as_written(window, pattern) else None
    if pattern.ordinary:
        return _ordinary(candidate, tokens, setting)
    if pattern.numbered and pattern.has_capital and _in_small_letters(window, setting):
        return candidate.weaker(Certainty.POSSIBLE)
    if not pattern.label.kind.current:
        return _stale(candidate, tokens, setting)
    if not pattern.has_capital:
        return candidate
    return _current(candidate, window, setting)


def _stale(candidate: Candidate, tokens: Sequence[Token], setting: Setting) -> Candidate:
    """Found in any case, but in small letters ordinary words in another number may be just words.

    "Wages cycle through accounts" is no Wage Cycle; of a plural name, "a smart dashboard" is one of them, but "the
    early bird" is a kind of bird.
    """
    window = tokens[candidate.first : candidate.last + 1]
    pattern, variations = candidate.pattern, candidate.variations
    number = Variation.NUMBER in variations and not variations & {Variation.TYPO, Variation.ORDER}
    if not number or len(pattern.content) > 2 or not _described(candidate) or not _in_small_letters(window, setting):
        return candidate
    one_of_them = pattern.head_is_plural and candidate.first > 0 and tokens[candidate.first].gap == " "
    if one_of_them and tokens[candidate.first - 1].key != "the":
        return candidate
    return candidate.weaker(Certainty.POSSIBLE)


def _in_small_letters(window: Sequence[Token], setting: Setting) -> bool:
    """Whether no capital tells a name, but for the one that begins a sentence."""
    named = [token for token in window if token.written[0].isupper()]
    return not named or (len(window) > 1 and named == [window[0]] and setting.starts_sentence(window[0]))


def _described(candidate: Candidate) -> bool:
    """Whether all words are ordinary, so that in small letters they may just describe something."""
    return all(is_ordinary(word.key) for word in candidate.pattern.words if word.content)


def _current(candidate: Candidate, window: Sequence[Token], setting: Setting) -> Candidate:
    if setting.text[window[0].start - 1 : window[0].start] == "#":
        return candidate._replace(variations=frozenset())  # a hashtag is written together
    lower = _in_small_letters(window, setting)
    if lower and candidate.variations & _LOOSE and Variation.TYPO not in candidate.variations:
        return candidate.weaker(Certainty.POSSIBLE)
    if len(window) != len(candidate.pattern.words) or Variation.ORDER in candidate.variations:
        return candidate
    if _case_fits(window, candidate.pattern, setting):
        return candidate
    return candidate.weaker(Certainty.LIKELY if lower and _described(candidate) else Certainty.CERTAIN, Variation.CASE)


def _case_fits(window: Sequence[Token], pattern: Pattern, setting: Setting) -> bool:
    if all(token.written.removesuffix("'s").isupper() or not token.key.isalpha() for token in window):
        return True
    for index, (token, word) in enumerate(zip(window, pattern.words, strict=True)):
        if _kept(token.written, word.written):
            continue
        raised = _kept(token.written[1:], word.written[1:]) and token.written[0].isupper()
        if not raised or not (
            index and setting.titled or not index and (setting.titled or setting.starts_sentence(token))
        ):
            return False
    return True


def _as_written(window: Sequence[Token], pattern: Pattern) -> bool:
    if pattern.acronym:
        written = "".join(token.written for token in window)
        return written.startswith(pattern.label.text) and written[len(pattern.label.text) :] in ("", "s", "'s", "es")
    return _kept("".join(t.written for t in window), "".join(w.written for w in pattern.words))


def _kept(written: str, wanted: str) -> bool:
    """Whether no letter that both share has another case."""
    return not any(a != b and a.casefold() == b.casefold() for a, b in zip(written, wanted, strict=False))


def _ordinary(candidate: Candidate, tokens: Sequence[Token], setting: Setting) -> Candidate | None:
    """A name that is an ordinary word: its capital must be the name's, not the sentence's or the headline's."""
    token = tokens[candidate.first]
    if not _kept(token.written, candidate.pattern.words[0].written):
        return candidate.weaker(Certainty.POSSIBLE) if token.written.isupper() else None
    if Variation.TYPO in candidate.variations:
        return candidate
    length = len(setting.tokens)
    if length == 1 or (setting.role in (Role.CELL, Role.TITLE) and length <= 2):
        return candidate
    if (
        setting.shouted
        or setting.titled
        or setting.starts_sentence(token)
        or _in_other_name(candidate, tokens, setting)
    ):
        return candidate.weaker(Certainty.POSSIBLE)
    return candidate


def _in_other_name(candidate: Candidate, tokens: Sequence[Token], setting: Setting) -> bool:
    """Whether a capitalised neighbour makes another name of it: "Gold Coast", "the New Access Act"."""
    if candidate.last + 1 < len(tokens):
        following = tokens[candidate.last + 1]
        if following.gap in (" ", "-") and following.written[0].isupper() and following.key not in _PRODUCT_NOUNS:
            return True
    if candidate.first == 0 or tokens[candidate.first].gap not in (" ", "-"):
        return False
    before = tokens[candidate.first - 1]
    return before.written[0].isupper() and before.gap != BREAK and not setting.starts_sentence(before)
