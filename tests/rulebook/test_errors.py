"""What is wrong in a pack is told with its place and its cure, all of it in one run, and never as a traceback."""

from hypothesis import given, settings
from hypothesis import strategies as st
import pytest

from msglint.errors import Problem
from msglint.rulebook.nodes import Notes
from msglint.rulebook.reading import read_pack

RULE = """\
about: A.
rules:
  - code: ACME001
    name: no-foo
    check: existence
    severity: warning
    message: "{said}"
    why: B.
    tokens: [foo]
    valid: [bar]
"""


def problems(text: str | bytes) -> list[Problem]:
    notes = Notes("pack.yaml")
    read_pack(text.encode() if isinstance(text, str) else text, notes)
    return notes.problems


def test_the_pack_that_is_broken_below_is_whole() -> None:
    assert problems(RULE) == []


@pytest.mark.parametrize(
    ("right", "wrong", "place", "said"),
    [
        ("severity: warning", "severty: warning", (6, 5), "unknown key “severty” in a rule; did you mean “severity”?"),
        ("severity: warning", "severity: warn", (6, 15), "did you mean “warning”? Allowed: error, note, warning"),
        ("severity: warning", "level: warning", (6, 5), "here it is `severity:`"),
        ("check: existence", "check: existance", (5, 12), "there is no check “existance”; did you mean “existence”?"),
        ("check: existence", "extends: existence", (5, 5), "here it is `check:`"),
        ("    why: B.\n", "", (3, 5), "needs “why”"),
        ("about: A.\n", "", (1, 1), "a rule pack needs “about”"),
        ("tokens: [foo]", "toekns: [foo]", (9, 5), "unknown key “toekns” in a rule"),
        ("tokens: [foo]", "tokens: ['(']", (9, 14), "is no usable regular expression: “(” (missing )"),
        ("tokens: [foo]", "tokens: ['(a+)+']", (9, 14), "it repeats what repeats itself"),
        ("tokens: [foo]", "tokens: ['(?i)foo']", (9, 14), "ignorecase: true"),
        ("tokens: [foo]", "tokens: []", (9, 13), "is an empty list"),
        ("tokens: [foo]", "tokens: {a: b}", (9, 13), "must be text"),
        ("tokens: [foo]", "options: {tokens: [foo], nonsense: 1}", (9, 30), "unknown key “nonsense” in the options of"),
        ("tokens: [foo]", "tokens: [foo]\n    options: {}", (9, 5), "either all under `options:` or all beside"),
        ("tokens: [foo]", "tokens: [foo]\n    ignorecase: yes", (10, 17), "must be true or false"),
        ("tokens: [foo]", "tokens: [foo]\n    scope: titel", (10, 12), "allowed are text, paragraph, heading"),
        ("tokens: [foo]", "tokens: [foo]\n    tokens: [bar]", (10, 5), "“tokens” is written twice; keep one"),
        ("tokens: [foo]", "", (3, 5), "needs “tokens”"),
        ('message: "{said}"', 'message: "{sad}"', (7, 14), "did you mean “said”?"),
        ('message: "{said}"', 'message: "{said"', (7, 14), "brace astray"),
        ('message: "{said}"', 'message: "{said.__class__}"', (7, 14), "a field is one word in braces"),
        ('message: "{said}"', 'message: "{said!r}"', (7, 14), "a field is one word in braces"),
        ('message: "{said}"', "message: \"Not '%s'\"", (7, 14), "not by %s"),
        ("code: ACME001", "code: acme-1", (3, 11), "is no code"),
        ("name: no-foo", "name: No Foo", (4, 11), "is no name"),
        ("valid: [bar]", "invalid: [bar]", (10, 15), "needs `says:`"),
        ("valid: [bar]", "invalid: [{text: bar}]", (10, 15), "needs `says:`"),
        ("valid: [bar]", "valid: [{text: bar, says: bar}]", (10, 25), "unknown key “says”"),
        ("valid: [bar]", "valid: [{text: bar, as_of: 10 June}]", (10, 32), "a day is written 2026-06-10"),
        ("valid: [bar]", "valid: bar", (10, 12), "must be a list"),
        ("    valid: [bar]", "\tvalid: [bar]", (10, 1), "YAML is indented by spaces"),
        ("valid: [bar]", "valid: [bar", (11, 1), "not YAML"),
        ("valid: [bar]", "valid: &a [*a]", (10, 16), "anchors and aliases"),
        ("about: A.", "about: A.\n---\nabout: B.", (2, 1), "second YAML document"),
        ("about: A.", "about: \x01A.", (1, None), "not YAML"),
    ],
)
def test_a_mistake_is_told_with_its_place_and_cure(
    right: str, wrong: str, place: tuple[int, int | None], said: str
) -> None:
    assert RULE.count(right) == 1
    found = problems(RULE.replace(right, wrong))
    match = [problem for problem in found if said in problem.message]
    assert match, [str(problem) for problem in found]
    assert (match[0].path, match[0].line, match[0].column) == ("pack.yaml", *place)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "the pack is empty"), ("# nothing", "the pack is empty"), ("- a", "must be a mapping"),
        ("text", "must be a mapping"), (b"about: \xff", "not UTF-8 (byte 8)"), ("rules: a\nabout: b", "must be a list"),
        ("about: a\nrules: [1]", "a rule must be a mapping"), ("[" * 50_000, "nested deeper"),
        ("{" * 50_000, "plain text"), ("{[a]: b}", "a key must be plain text"),
    ],
)  # fmt: skip
def test_what_is_no_pack_at_all_is_told(text: str | bytes, said: str) -> None:
    assert any(said in problem.message for problem in problems(text))


def test_all_mistakes_come_in_one_run() -> None:
    text = RULE.replace("warning", "warn").replace("about", "abuot").replace("why: B.", "whi: B.")
    keys = [problem.key for problem in problems(text)]
    assert sorted(key for key in keys if key) == ["about", "abuot", "severity", "whi", "why"]


def test_occurrence_needs_a_limit() -> None:
    text = RULE.replace("check: existence", "check: occurrence").replace("tokens: [foo]", "token: foo")
    assert [problem.message for problem in problems(text)] == ["the check occurrence needs “max” or “min”"]


@given(st.text(alphabet="ab:{}[]-&*!|>'\"#,? \n\t%@`", max_size=60))
@settings(deadline=None)
def test_no_text_is_a_traceback(text: str) -> None:
    notes = Notes("pack.yaml")
    pack = read_pack(text.encode(), notes)
    assert pack is None or notes.problems


@given(st.sampled_from(range(len(RULE))), st.text(max_size=3))
@settings(deadline=None)
def test_no_slip_in_a_pack_is_a_traceback(at: int, typed: str) -> None:
    notes = Notes("pack.yaml")
    read_pack((RULE[:at] + typed + RULE[at + 1 :]).encode("utf-8", "surrogatepass"), notes)
    assert all(problem.path == "pack.yaml" for problem in notes.problems)
