"""The proof of a pack: what it demands, and how it says what failed."""

from collections.abc import Mapping
from datetime import date

import pytest

from msglint.engine import judge_text
from msglint.glossary.load import glossary_from_node
from msglint.model.glossary import Glossary
from msglint.model.judgement import Circumstances, Finding, Rule
from msglint.rulebook.nodes import Notes
from msglint.rulebook.pack import Pack
from msglint.rulebook.proof import run_examples
from msglint.rulebook.reading import read_pack

HEAD = """\
about: A.
glossary: {terms: [Meals for Teams]}
as_of: 2026-01-02
rules:
  - {code: TST001, name: foo, check: existence, severity: note, message: "{said}", why: B, tokens: [foo],
"""
SECOND = """\
  - {code: TST002, name: bar, check: substitution, severity: note, message: "{said}", why: B, swap: {bar: baz},
     invalid: [{text: A bar., says: bar, suggests: baz}], valid: [x]}
"""


def pack(examples: str, more: str = SECOND) -> Pack:
    notes = Notes("own.yaml")
    read = read_pack(f"{HEAD}     {examples}}}\n{more}".encode(), notes)
    assert read is not None
    assert notes.problems == []
    return read


def failures(examples: str, more: str = SECOND) -> list[str]:
    return [str(failure) for failure in run_examples([pack(examples, more)], judge_text, glossary_from_node)[1]]


def test_a_pack_that_holds_fails_nowhere() -> None:
    examples = "invalid: [{text: A foo., says: foo}], valid: [A fox., {text: 'A\\n\\nfo', format: txt}]"
    count, failed = run_examples([pack(examples)], judge_text, glossary_from_node)
    assert (count, failed) == (5, ())


@pytest.mark.parametrize(
    ("examples", "expected"),
    [
        (
            "invalid: [{text: A fox., says: foo}], valid: [x]",
            "expected TST001 “foo” without a suggestion, came nothing",
        ),
        (
            "invalid: [{text: foo foo, says: foo}], valid: [x]",
            "came TST001 “foo” without a suggestion and TST001 “foo”",
        ),
        (
            "invalid: [{text: foo, says: fo}], valid: [x]",
            "expected TST001 “fo” without a suggestion, came TST001 “foo”",
        ),
        (
            "invalid: [{text: foo, says: foo, suggests: x}], valid: [x]",
            "expected TST001 “foo” → “x”, came TST001 “foo”",
        ),
        ("invalid: [{text: bar, says: bar, suggests: baz}], valid: [x]", "came TST002 “bar” → “baz”"),
        ("invalid: [{text: foo, says: foo}], valid: [a foo]", "on “a foo”: expected nothing, came TST001 “foo”"),
        (
            "invalid: [{text: foo, says: foo}], valid: [a bar]",
            "on “a bar”: expected nothing, came TST002 “bar” → “baz”",
        ),
        ("invalid: [{text: foo, says: foo}], valid: []", "TST001 has no valid example"),
        ("valid: [x]", "TST001 has no invalid example"),
        ("invalid: [{text: foo, says: foo}], valid: [{text: 'terms: {', format: glossary}]", "cannot be tried on"),
        ("invalid: [{text: foo, says: foo}], valid: [{text: '[', format: glossary}]", "cannot be tried on"),
    ],
)
def test_a_failure_says_where_what_was_expected_and_what_came(examples: str, expected: str) -> None:
    (failure,) = failures(examples)
    assert failure.startswith(("own.yaml:6: TST001 ", "own.yaml:5: TST001 "))
    assert expected in failure


def test_an_example_is_judged_under_its_own_circumstances() -> None:
    seen = []

    def judge(
        text: str, format: str, glossary: Glossary, rules: Mapping[str, Rule], given: Circumstances
    ) -> list[Finding]:
        seen.append((text, format, [entry.id for entry in glossary.entries], list(rules), given))
        return []

    examples = (
        "valid: [{text: x, as_of: 2026-05-05, audience: partner, channel: flyer, region: IE, language: en-IE}, "
        "{text: y, format: html}]"
    )
    run_examples([pack(examples, "")], judge, glossary_from_node)
    assert seen == [
        ("x", "md", ["meals-for-teams"], ["TST001"],
         Circumstances(date(2026, 5, 5), "partner", "flyer", "IE", "en-IE")),
        ("y", "html", ["meals-for-teams"], ["TST001"], Circumstances(date(2026, 1, 2))),
    ]  # fmt: skip


def test_a_rule_that_is_off_is_tried_for_itself_only() -> None:
    examples = "enabled: false, invalid: [{text: foo, says: foo}], valid: [x]"
    assert failures(examples, SECOND.replace("valid: [x]", "valid: [foo]")) == []
