"""Words and patterns that text rules look for: these rules know nothing of names."""

from collections.abc import Iterable, Sequence
import re

from msglint.model.glossary import Glossary
from msglint.model.judgement import Rule
from msglint.rulebook.search import words_of
from msglint.text.skim import Skim
from msglint.triggers import Trigger

CHECKS = (
    "existence", "substitution", "consistency", "required_with", "occurrence", "capitalization", "token_pattern",
)  # fmt: skip
FINDERS: tuple[str, ...] = ()

_LOOKED_FOR = {"existence": "tokens", "substitution": "swap", "consistency": "either", "required_with": "first"}
"""Where such a rule has what there must be for it to find anything; others may find something in any text."""
_PLAIN = re.compile(r"[A-Za-z0-9 ]+")


def trigger(rules: Sequence[Rule], glossary: Glossary) -> Trigger:
    """Whether the longest plain word of any pattern stands in the text; a pattern that is not plain may be anywhere."""
    wanted: set[str] = set()
    for rule in rules:
        for pattern in words_of(rule, _LOOKED_FOR.get(rule.check, "")) or (".",):
            if not _PLAIN.fullmatch(pattern):
                return _anything
            wanted.add(max(pattern.split(), key=len).casefold())
    return _any_of(wanted)


def _anything(skim: Skim) -> Iterable[None]:
    return (None,)


def _any_of(wanted: set[str]) -> Trigger:
    either = re.compile("|".join(sorted(map(re.escape, wanted))) or r"(?!)")
    return lambda skim: (None,) if either.search(skim.lowered) else ()
