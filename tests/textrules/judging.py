"""One rule, written as YAML, against one text."""

from datetime import date
from textwrap import indent

from msglint.engine import judge_text
from msglint.glossary.load import parse_glossary
from msglint.model.judgement import Circumstances, Finding
from msglint.rulebook.nodes import Notes
from msglint.rulebook.reading import read_pack

_HEAD = """\
about: A test.
rules:
  - code: TST001
    name: a-test
    severity: warning
    why: To try it.
"""


def findings(rule: str, text: str, format: str = "md", model: str | None = None) -> list[Finding]:
    """The findings of the rule whose own keys are given; its message is "{said}" unless they hold one."""
    if "message:" not in rule:
        rule += '\nmessage: "{said}"'
    notes = Notes("pack.yaml")
    pack = read_pack((_HEAD + indent(rule, "    ")).encode(), notes)
    assert pack is not None
    assert notes.problems == []
    glossary = parse_glossary("terms: [Meals for Teams]", "glossary.yaml")
    rules = {rule.code: rule for rule in pack.rules}
    return list(judge_text(text, format, glossary, rules, Circumstances(date(2026, 6, 10), model=model)))


def said(rule: str, text: str, format: str = "md", model: str | None = None) -> list[str]:
    """The words of those findings."""
    return [finding.said for finding in findings(rule, text, format, model)]
