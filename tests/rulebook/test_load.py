"""Loading packs: built-in ones, a team's own, the cache."""

from pathlib import Path
import pickle

import pytest

from msglint.errors import ConfigError
from msglint.model.scale import Severity
from msglint.rulebook.load import builtin_folder, load_rules
from msglint.rulebook.packs import load_packs

OWN = """\
about: Ours.
rules:
  - code: ACME001
    name: no-foo
    check: existence
    severity: warning
    message: "Not “{said}”."
    why: Because.
    tokens: [foo]
    ignorecase: true
    enabled: false
    invalid: [{text: A foo., says: foo}]
    valid: [A bar.]
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "ours" / "own.yaml"
    path.parent.mkdir()
    path.write_text(OWN, encoding="utf-8")
    return path


def test_the_built_in_packs_are_always_there() -> None:
    rules = load_rules()
    assert {f"NAM10{number}" for number in range(1, 9)} | {"AUD502", "GLO801", "GLO804", "READ001"} <= rules.keys()
    assert rules["NAM101"].severity is Severity.ERROR
    assert rules["NAM101"].pack == "rules/names/superseded.yaml"
    assert rules["NAM101"].valid == ()


def test_examples_come_where_they_are_asked_for() -> None:
    assert len(load_rules(examples=True)["NAM101"].valid) >= 20


@pytest.mark.parametrize("folder", [False, True])
def test_a_teams_own_pack_is_added(own: Path, folder: bool) -> None:
    rule = load_rules([own.parent if folder else own])["ACME001"]
    assert (rule.enabled, rule.line, rule.pack) == (False, 3, own.as_posix())
    assert rule.options == {
        "tokens": ("foo",), "exceptions": (), "ignorecase": True, "nonword": False, "scope": ("text",),
    }  # fmt: skip


def test_options_may_stand_for_themselves(own: Path) -> None:
    written = OWN.replace("    tokens: [foo]\n    ignorecase: true\n", "    options: {tokens: foo, ignorecase: true}\n")
    before = load_rules([own])["ACME001"].options
    own.write_text(written, encoding="utf-8")
    assert load_rules([own])["ACME001"].options == before


def test_load_packs_holds_a_teams_own_packs_alone(own: Path) -> None:
    (pack,) = load_packs([own])
    assert [rule.code for rule in pack.rules] == ["ACME001"]
    assert pack.rules[0].invalid[0].says == "foo"
    assert {rule.code for pack in load_packs() for rule in pack.rules} == load_rules().keys()


def test_a_built_in_pack_may_be_named(own: Path) -> None:
    (pack,) = load_packs([builtin_folder() / "names" / "mixed.yaml"])
    assert [rule.code for rule in pack.rules] == ["NAM108"]


def test_a_code_or_name_of_another_rule_is_refused_naming_both_places(own: Path) -> None:
    own.write_text(OWN.replace("ACME001", "NAM101").replace("no-foo", "name-case"), encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load_rules([own])
    first, second = (str(problem) for problem in caught.value.problems)
    assert first.startswith(f"{own.as_posix()}:3: the code NAM101 is taken by the rule at rules/names/superseded.yaml:")
    assert "the name name-case is taken by the rule at rules/names/misspelt.yaml:" in second


def test_missing_files_and_folders_without_packs_are_told_together(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        load_rules([tmp_path / "none.yaml", tmp_path])
    assert len(caught.value.problems) == 2


def test_rules_travel_between_processes(own: Path) -> None:
    rules = load_rules([own])
    assert pickle.loads(pickle.dumps(rules)) == rules


def test_the_cache_gives_the_same_rules(own: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    compiled = load_rules([own], cache)
    (kept,) = cache.iterdir()
    kept.write_text(kept.read_text(encoding="utf-8").replace("Because.", "Kept."), encoding="utf-8")
    again = load_rules([own], cache)
    assert again["ACME001"].why == "Kept."  # it was the cache that answered
    assert {**again, "ACME001": compiled["ACME001"]} == compiled


def test_a_changed_pack_is_read_anew(own: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    load_rules([own], cache)
    own.write_text(OWN.replace("foo]", "baz]"), encoding="utf-8")
    assert load_rules([own], cache)["ACME001"].options["tokens"] == ("baz",)


@pytest.mark.parametrize("damage", ["", "{", "[1]", "[{}]", '[{"code": "X"}]', "null", "3", "[" * 100_000])
def test_a_damaged_cache_is_ignored(own: Path, tmp_path: Path, damage: str) -> None:
    cache = tmp_path / "cache"
    rules = load_rules([own], cache)
    (kept,) = cache.iterdir()
    kept.write_text(damage, encoding="utf-8")
    assert load_rules([own], cache) == rules


def test_a_cache_that_cannot_be_written_is_ignored(own: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    assert load_rules([own], blocked / "cache") == load_rules([own])
