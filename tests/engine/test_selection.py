"""Which rules run."""

from msgspec.structs import replace
import pytest

from msglint.model.judgement import Rule
from msglint.model.scale import Severity
from msglint.selection import active_rules, unknown

CODES = ("NAM101", "NAM102", "NAM105", "PRC201", "READ001")
RULES = {code: Rule(code, code, "any", Severity.ERROR, "", "", "") for code in CODES}
RULES["GLO805"] = replace(RULES["NAM101"], code="GLO805", enabled=False)


@pytest.mark.parametrize(
    ("select", "ignore", "active"),
    [
        ([], [], "NAM101 NAM102 NAM105 PRC201 READ001"),
        (["NAM"], [], "NAM101 NAM102 NAM105 READ001"),
        (["NAM10", "PRC2"], [], "NAM101 NAM102 NAM105 PRC201 READ001"),
        (["NAM"], ["NAM105"], "NAM101 NAM102 READ001"),
        (["NAM101"], ["NAM"], "NAM101 READ001"),
        (["NAM101"], ["NAM101"], "READ001"),
        ([], ["NAM", "READ"], "PRC201"),
        (["PRC"], ["READ001"], "PRC201"),
        (["GLO"], [], "READ001"),
        (["GLO805"], [], "GLO805 READ001"),
        ([], ["GLO805"], "NAM101 NAM102 NAM105 PRC201 READ001"),
    ],
)
def test_the_longer_pattern_decides(select: list[str], ignore: list[str], active: str) -> None:
    assert " ".join(active_rules(RULES, select, ignore)) == active


def test_severities_are_set_by_the_longest_pattern() -> None:
    active = active_rules(RULES, severity={"NAM": Severity.NOTE, "NAM101": Severity.WARNING})
    assert [active[code].severity for code in ("NAM101", "NAM102", "PRC201")] == [
        Severity.WARNING,
        Severity.NOTE,
        Severity.ERROR,
    ]


def test_a_code_that_means_no_rule_is_told_with_the_nearest() -> None:
    assert list(unknown(["NAM", "PRC201"], RULES)) == []
    (said,) = unknown(["NAM110"], RULES)
    assert "“NAM110”; did you mean NAM10" in said


def test_a_rule_that_is_off_runs_when_it_is_given_a_severity() -> None:
    off = {"GLO805": Rule("GLO805", "a", "b", Severity.WARNING, "", "", "p", enabled=False)}
    assert active_rules(off) == {}
    assert active_rules(off, severity={"GLO": Severity.ERROR}) == {}
    assert active_rules(off, severity={"GLO805": Severity.ERROR})["GLO805"].severity is Severity.ERROR
    assert active_rules(off, ignore=("GLO805",), severity={"GLO805": Severity.ERROR}) == {}
