"""What no single document shows: what documents say against each other, and what ails the glossary."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from msgspec.structs import replace

from msglint import registry
from msglint.engine import Standard, Verdict
from msglint.engine.active import checks_of
from msglint.model.document import Document
from msglint.model.judgement import Finding
from msglint.selection import IDLE
from msglint.text.excerpts import shown_in
from msglint.text.reading_order import in_order


def judge_run(verdicts: Iterable[Verdict], standard: Standard, context: Iterable[Verdict] = ()) -> tuple[Finding, ...]:
    """What only shows across documents. Those of `context` are compared with, and never blamed."""
    said = [each for verdict in verdicts for each in verdict.sayings]
    said += [(code, replace(saying, blamed=False)) for verdict in context for code, saying in verdict.sayings]
    codes = {code for code, _ in said}  # of no other check the module is needed
    findings = []
    for check, rule in checks_of({code: rule for code, rule in standard.rules.items() if code in codes}, "run"):
        sayings = [saying for code, saying in said if code == rule.code]
        sayings.sort(key=lambda saying: (saying.finding.location.path, saying.finding.order))
        findings += check.judge(sayings, rule)
    return in_order(finding for finding in findings if finding.certainty >= standard.min_certainty)


def judge_glossary(standard: Standard, only: str = "") -> tuple[Finding, ...]:
    """The health of the glossary by the active rules; with `only`, by those of that code or prefix."""
    rules = {code: rule for code, rule in standard.rules.items() if code.startswith(only)}
    lines = cache(_lines_of)
    return in_order(
        shown_in(lines(finding.location.path), finding)
        for check, rule in checks_of(rules, "glossary")
        for finding in check.judge(standard.glossary, rule, standard.given.as_of)
    )


def _lines_of(path: str) -> Document:
    """A file of the glossary, which was read before and whose lines are now to be shown."""
    try:
        text = Path(path).read_bytes().decode("utf-8-sig", errors="replace")
    except OSError:  # gone since
        text = ""
    return Document(path, "yaml", (), {"": text})


def judge_exceptions(verdicts: Iterable[Verdict], standard: Standard) -> tuple[Finding, ...]:
    """GLO804, where it is active, for each `match.not` of the glossary that none of these documents needs."""
    rule = standard.rules.get(IDLE)
    if not rule:
        return ()
    idle_exceptions = registry.load("msglint.checks", rule.check).idle_exceptions
    used = {exception for verdict in verdicts for exception in verdict.exceptions}
    return in_order(idle_exceptions(standard.glossary, used, rule))
