"""What the tests of prices share: judging a text under a glossary written in the test."""

from collections.abc import Callable
from datetime import date

import pytest

from msglint.engine import judge_text
from msglint.glossary.load import parse_glossary
from msglint.model.judgement import Circumstances, Finding
from msglint.rulebook.load import load_rules

Judge = Callable[..., tuple[Finding, ...]]


@pytest.fixture
def judge() -> Judge:
    """terms (YAML), text, codes or prefixes of the rules that run, format, day, and circumstances -> findings."""

    def run(
        terms: str, text: str, select: tuple[str, ...] = ("PRC",), format: str = "md",
        as_of: date = date(2026, 6, 10), **about: str,
    ) -> tuple[Finding, ...]:  # fmt: skip
        glossary = parse_glossary(f"defaults: {{currency: GBP}}\nterms:\n{terms}", "glossary.yaml")
        rules = {code: rule for code, rule in load_rules().items() if code.startswith(select)}
        return judge_text(text, format, glossary, rules, Circumstances(as_of, **about))

    return run
