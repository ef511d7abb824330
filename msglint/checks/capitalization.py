"""Capitals as a house writes them: headings in title or sentence case, labels in small letters (Vale's name)."""

from collections.abc import Iterator
from typing import cast

from msglint.checks import Case
from msglint.model.document import MASK
from msglint.model.judgement import Finding, Rule
from msglint.model.scale import Certainty
from msglint.rulebook import capitals
from msglint.rulebook.options import Option
from msglint.rulebook.patterns import word_pattern
from msglint.rulebook.scopes import stretches
from msglint.rulebook.search import scope_of, words_of

SCOPE = "document"
FIELDS = ("suggestion",)
_THRESHOLD = 0.8
"""Vale's: a heading may hold a name that nobody listed."""
OPTIONS = {
    "match": Option("case", "$title, $sentence, $lower, $upper, or a pattern that the text must match", required=True),
    "style": Option("choice", "whose title case: AP or Chicago", default="AP", choices=("AP", "Chicago")),
    "exceptions": Option("words", "words and names that keep the case they are written in here", default=()),
    "indicators": Option("words", "what a word may end in so that the next begins with a capital: ':'", default=()),
    "threshold": Option(
        "share", "the least share of words that must be right in $title and $sentence", default=_THRESHOLD
    ),
    "scope": Option("scope", "what is judged: heading, list, table …", default=("heading",)),
}


def judge(case: Case, rule: Rule) -> Iterator[Finding]:
    """One finding for each block in another case than the rule's, with the words as they should be.

    Names of the glossary keep their capitals. A pattern must match somewhere in the text; nothing is suggested then.
    """
    wanted = words_of(rule, "match")[0]
    names = tuple(label.text for entry in case.glossary.entries for label in entry.labels if label.kind.current)
    norms = capitals.Norms(
        wanted, words_of(rule, "style")[0], words_of(rule, "exceptions"), names, words_of(rule, "indicators")
    )
    for stretch in stretches(case.document, scope_of(rule)):
        start = len(stretch.text) - len(stretch.text.lstrip())
        text = stretch.text.strip()
        right = capitals.rewritten(text, norms) if wanted.startswith("$") else None
        if not any(character.isalpha() for character in text) or _holds(text, right, rule):
            continue
        plain = right is not None and MASK not in text
        yield case.finding_at(
            rule, stretch.segment, stretch.start + start, stretch.start + start + len(text),
            certainty=Certainty.CERTAIN, suggestion=right if plain else None,
            fix=None if rule.fix == "none" else rule.fix, values={"suggestion": right or wanted},
        )  # fmt: skip


def _holds(text: str, right: str | None, rule: Rule) -> bool:
    if right is None:
        return word_pattern(words_of(rule, "match"), nonword=True).search(text) is not None
    strict = words_of(rule, "match")[0] in ("$lower", "$upper")
    threshold = 1.0 if strict else float(cast(float, rule.options.get("threshold", _THRESHOLD)))
    return capitals.share_alike(text, right) >= threshold
