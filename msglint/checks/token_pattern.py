"""Words by their grammar: a pattern of spaCy's Matcher. Without a statistical pipeline only forms are known, no POS."""

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from msglint import nlp
from msglint.checks import Case
from msglint.errors import ConfigError, Problem
from msglint.model.judgement import Finding, Rule
from msglint.model.scale import Certainty
from msglint.rulebook.options import Option
from msglint.rulebook.patterns import covered, word_pattern
from msglint.rulebook.scopes import Stretch, stretches
from msglint.rulebook.search import EXCEPTIONS, SCOPE_OPTION, scope_of, words_of

SCOPE = "document"
FIELDS = ()
OPTIONS = {
    "patterns": Option("token_patterns", "a list of patterns, each a list of tokens: [[{LOWER: free}]]", required=True),
    "exceptions": EXCEPTIONS,
    "scope": SCOPE_OPTION,
}

_Pattern = Sequence[Mapping[str, object]]
_MAY_BE_ABSENT = ("?", "*", "!")


def judge(case: Case, rule: Rule) -> Iterator[Finding]:
    """One finding for every match. Raises ConfigError for a pattern that spaCy or the configured pipeline refuses."""
    patterns = cast("tuple[_Pattern, ...]", rule.options["patterns"])
    exceptions = words_of(rule, "exceptions")
    for stretch in stretches(case.document, scope_of(rule)):
        lowered = stretch.text.lower()
        if not any(_may_match(pattern, lowered) for pattern in patterns):
            continue  # most texts: spaCy is not even imported
        fine = [match.span() for match in word_pattern(exceptions).finditer(stretch.text)] if exceptions else []
        for start, end in _matches(stretch, patterns, case, rule):
            if not covered(start, end, fine):
                yield case.finding_at(
                    rule, stretch.segment, stretch.start + start, stretch.start + end, certainty=Certainty.CERTAIN
                )


def _matches(stretch: Stretch, patterns: Sequence[_Pattern], case: Case, rule: Rule) -> list[tuple[int, int]]:
    language = case.circumstances.language or case.glossary.language
    try:
        return nlp.token_matches(stretch.text, patterns, case.circumstances.model, language)
    except ValueError as error:
        model = case.circumstances.model or nlp.BLANK
        reason = " ".join(str(error).split())[:300]
        message = f"{rule.code}: spaCy's pipeline “{model}” cannot serve these patterns: {reason}"
        raise ConfigError(Problem(rule.pack, message, rule.line or None, key="patterns")) from error


def _may_match(pattern: _Pattern, lowered: str) -> bool:
    """Whether every word that the pattern spells out stands somewhere in the text."""
    for token in pattern:
        if token.get("OP", "1") in _MAY_BE_ABSENT or str(token.get("OP", "")).startswith("{"):
            continue
        for key, value in token.items():
            if key.upper() in ("LOWER", "ORTH", "TEXT") and isinstance(value, str) and value.lower() not in lowered:
                return False
    return True
