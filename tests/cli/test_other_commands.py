"""`msglint explain`, `rules` and `glossary`."""

import json
from pathlib import Path

from jsonschema import Draft202012Validator
import pytest

from .conftest import Msglint

OUR_PACK = """\
about: Our own words.
glossary: {terms: [{term: Meals for Teams, deprecated: Corporate Catering}]}
rules:
  - code: OUR001
    name: our-deprecated-name
    check: deprecated_name
    severity: warning
    message: "“{said}” is not how we speak."
    why: It makes us look small.
    invalid:
      - {text: Our Corporate Catering., says: Corporate Catering, suggests: Meals for Teams}
    valid:
      - Our Meals for Teams.
"""


def write(name: str, text: str) -> None:
    Path(name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("asked", ["NAM101", "nam101", "superseded-name"])
def test_a_rule_is_explained_by_its_pack(run: Msglint, asked: str) -> None:
    result = run("explain", asked)
    assert result.exit_code == 0
    assert result.stdout.startswith("NAM101 superseded-name (error)\n")
    for heading in ("\nWhy: ", "\nWrong:\n", "\nRight:\n"):
        assert heading in result.stdout


@pytest.mark.parametrize("asked", ["NAM999", "NAMES", "supersede-name"])
def test_what_is_no_rule_is_told(run: Msglint, asked: str) -> None:
    result = run("explain", asked)
    assert (result.exit_code, result.stdout) == (2, "")
    assert asked in result.stderr


@pytest.mark.parametrize("asked", ["NAM", "nam10"])
def test_a_prefix_lists_its_rules(run: Msglint, asked: str) -> None:
    result = run("explain", asked)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert "NAM101  error    superseded-name" in lines
    assert all(line.startswith("NAM") for line in lines)


def test_rules_are_listed_by_code(run: Msglint) -> None:
    lines = run("rules", "list").stdout.splitlines()
    assert lines == sorted(lines)
    assert "NAM101  error    superseded-name" in lines


def test_the_built_in_rules_hold_by_their_examples(run: Msglint) -> None:
    result = run("rules", "test")
    assert (result.exit_code, result.stdout) == (0, "")


def test_own_packs_are_proved_alike(run: Msglint) -> None:
    write("ours.yaml", OUR_PACK)
    assert run("rules", "test", "ours.yaml").exit_code == 0
    write("ours.yaml", OUR_PACK.replace("- Our Meals for Teams", "- Our Corporate Catering"))
    result = run("rules", "test", "ours.yaml")
    assert result.exit_code == 1
    assert result.stdout.startswith("ours.yaml:13: OUR001")
    assert "OUR001  warning  our-deprecated-name" in run("rules", "list", "--rules", "ours.yaml").stdout


def test_a_pack_with_a_slip_is_refused_everywhere(run: Msglint) -> None:
    write("ours.yaml", OUR_PACK.replace("severity", "severty"))
    for arguments in (["rules", "test", "ours.yaml"], ["check", "--rules", "ours.yaml"]):
        result = run(*arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "ours.yaml:" in result.stderr
        assert "severity" in result.stderr


def test_rules_of_own_packs_are_judged(run: Msglint) -> None:
    write("ours.yaml", OUR_PACK)
    write("glossary.yaml", "terms: [{term: Meals for Teams, deprecated: Corporate Catering}]\n")
    write("right.md", "Our Corporate Catering.\n")
    found = "right.md:1:5 OUR001 “Corporate Catering” is not how we speak.\n"
    assert found in run("check", "right.md", "--rules", "ours.yaml").stdout
    write("msglint.yaml", "rules: ours.yaml\n")
    assert found in run("check", "right.md").stdout


def test_a_glossary_in_order_passes(run: Msglint) -> None:
    result = run("glossary", "check")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "1 entry in glossary.yaml" in result.stderr


def test_a_glossary_that_contradicts_itself_fails(run: Msglint) -> None:
    write("glossary.yaml", "terms:\n- Meals for Teams\n- {term: Team Meals, admitted: Meals for Teams}\n")
    result = run("glossary", "check")
    assert result.exit_code == 1
    assert "GLO801" in result.stdout


def test_a_glossary_that_cannot_be_understood_is_no_glossary(run: Msglint) -> None:
    write("glossary.yaml", "terms:\n- {trm: Meals for Teams, prize: 12,50}\n- {term: A, price: '12,50'}\n")
    result = run("glossary", "check")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "`term`" in result.stderr
    assert "glossary.yaml:3:" in result.stderr


def test_exceptions_that_nothing_needs_are_told_with_paths_only(run: Msglint) -> None:
    exceptions = "match: {not: [working business lunch, business lunch club]}"
    write("glossary.yaml", f"terms:\n- {{term: Meals for Teams, superseded: Business Lunch, {exceptions}}}\n")
    write("right.md", "He bills each working business lunch.\n")
    assert run("glossary", "check").stdout == ""
    result = run("glossary", "check", ".", "--format", "json")
    assert [finding["said"] for finding in json.loads(result.stdout)["findings"]] == ["business lunch club"]
    assert result.exit_code == 0  # a warning
    assert run("glossary", "check", "gone.md").exit_code == 2


def test_the_schema_knows_the_glossary(run: Msglint) -> None:
    import yaml

    schema = json.loads(run("glossary", "schema").stdout)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    assert validator.is_valid(yaml.safe_load(Path("glossary.yaml").read_text(encoding="utf-8")))
    assert not validator.is_valid({"terms": [{"trm": "Meals for Teams"}]})


def test_the_schemas_of_settings_and_packs_know_them(run: Msglint) -> None:
    import yaml

    settings = Draft202012Validator(json.loads(run("config", "schema").stdout))
    assert settings.is_valid({"fail_on": "warning"})
    assert not settings.is_valid({"fail_om": "warning"})
    packs = Draft202012Validator(json.loads(run("rules", "schema").stdout))
    assert packs.is_valid(yaml.safe_load(OUR_PACK))
    assert not packs.is_valid({"rules": [{"code": "OUR1"}]})


def test_the_settings_in_force_are_shown_alone_as_beside_a_check(run: Msglint) -> None:
    write("msglint.yaml", "fail_on: warning\n")
    shown = run("config", "show").stdout
    assert 'fail_on: "warning"' in shown
    assert "msglint.yaml:1" in shown
    assert run("check", "--show-config").stdout == shown


def test_what_was_proved_is_counted_in_words(run: Msglint) -> None:
    write("ours.yaml", OUR_PACK)
    assert "1 rule, 2 examples, none failed" in run("rules", "test", "ours.yaml").stderr


@pytest.mark.parametrize(
    ("code", "told"), [("NAM101", "ignore[NAM101]"), ("READ001", "per_file_ignores"), ("GLO801", "")]
)
def test_a_rule_is_explained_with_what_silences_it(run: Msglint, code: str, told: str) -> None:
    end = run("explain", code).stdout.rpartition("\n\n")[2].splitlines()
    assert end[-1].startswith("Written in ")
    assert (told in end[0]) if told else len(end) == 1
