"""Settings files: what they say, and what is wrong with them."""

from pathlib import Path

import pytest

from msglint.config.load import find_upward, load_settings
from msglint.config.settings import Settings
from msglint.config.show import show
from msglint.errors import ConfigError
from msglint.model.scale import Severity

WHOLE = """\
glossary: words/glossary.yaml
rules: [our-rules/]
exclude: [drafts/**]
fail_on: warning
documents:
  - {match: "scripts/**", channel: script, audience: internal}
  - match: ["flyers/ie/**", "*.ie.md"]
    channel: flyer
    region: NO
    language: en-IE
per_file_ignores: {"legal/**": [NAM101, prc]}
severity: {NAM108: note, XDC: error}
dated_documents: today
nlp: {model: blank}
"""

IN_PYPROJECT = """\
[project]
name = "x"

[tool.msglint]
fail_on = "never"
exclude = ["drafts/**"]

[[tool.msglint.documents]]
match = "scripts/**"
channel = "script"

[tool.msglint.severity]
NAM108 = "note"
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(text: str, name: str = "msglint.yaml") -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


def problems(text: str, name: str = "msglint.yaml") -> list[str]:
    write(text, name)
    with pytest.raises(ConfigError) as caught:
        load_settings()
    return [str(problem) for problem in caught.value.problems]


def test_without_any_file_the_defaults_hold() -> None:
    assert load_settings() == Settings()


def test_every_key_of_the_contract_is_read(folder: Path) -> None:
    write(WHOLE)
    settings = load_settings()
    assert settings.glossary == str(folder / "words" / "glossary.yaml")
    assert settings.rules == (str(folder / "our-rules"),)
    assert settings.exclude.match(str(folder / "drafts" / "a.md"))
    assert settings.fail_on is Severity.WARNING
    assert settings.severity == {"NAM108": Severity.NOTE, "XDC": Severity.ERROR}
    assert settings.dated_documents == "today"
    assert settings.model is None
    assert settings.ignored_in(str(folder / "legal" / "a.md")) == ("NAM101", "PRC")
    assert settings.ignored_in(str(folder / "a.md")) == ()
    assert settings.said_of(str(folder / "scripts" / "a.md")) == {"channel": "script", "audience": "internal"}
    assert settings.said_of(str(folder / "x.ie.md")) == {"channel": "flyer", "region": "NO", "language": "en-IE"}


def test_of_several_kinds_that_match_later_ones_win(folder: Path) -> None:
    write("documents:\n- {match: '*.md', channel: script, region: GB}\n- {match: 'a.*', channel: flyer}\n")
    assert load_settings().said_of(str(folder / "a.md")) == {"channel": "flyer", "region": "GB"}


def test_pyproject_is_read_where_it_has_a_table() -> None:
    write(IN_PYPROJECT, "pyproject.toml")
    settings = load_settings()
    assert settings.fail_on is None
    assert settings.severity == {"NAM108": Severity.NOTE}
    assert settings.documents[0].says == {"channel": "script"}
    assert settings.origins["fail_on"] == "pyproject.toml:5"


def test_a_pyproject_without_a_table_is_passed_by(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write("fail_on: note\n")
    write("[project]\nname = 'x'\n", "in/pyproject.toml")
    monkeypatch.chdir(folder / "in")
    assert load_settings().path == "../msglint.yaml"


def test_the_yaml_comes_before_pyproject_and_the_nearest_before_all(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("fail_on: note\n")
    write(IN_PYPROJECT, "pyproject.toml")
    assert load_settings().fail_on is Severity.NOTE
    write("fail_on: warning\n", "in/msglint.yaml")
    monkeypatch.chdir(folder / "in")
    assert load_settings().fail_on is Severity.WARNING
    assert find_upward("pyproject.toml") == folder / "pyproject.toml"


def test_all_errors_come_in_one_run_each_with_line_and_cure() -> None:
    found = problems(
        "glosary: x\nfail_on: eror\ndocuments:\n  - {chanel: a}\nseverity: {NAM1: loud}\ndated_documents: [x]\n"
    )
    assert [problem.split(": ")[0] for problem in found] == [
        "msglint.yaml:1", "msglint.yaml:2", "msglint.yaml:4", "msglint.yaml:4", "msglint.yaml:5", "msglint.yaml:6",
    ]  # fmt: skip
    assert "did you mean “glossary”?" in found[0]
    assert "did you mean “error”?" in found[1]
    assert "did you mean “channel”?" in found[2]
    assert "needs `match`" in found[3]
    assert "allowed are error, warning, note" in found[4]
    assert "“dated_documents” must be text" in found[5]


def test_errors_in_pyproject_name_their_line() -> None:
    (found,) = problems(
        '[tool.msglint]\nfail_on = "error"\n\n[tool.msglint.severity]\nNAM108 = "loud"\n', "pyproject.toml"
    )
    assert found.startswith("pyproject.toml:5: “severity.NAM108” is “loud”")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("fail_on: [", "not YAML"),
        ("nlp:\n\tmodel: blank\n", "holds a tab"),
        ("fail_on: note\nfail_on: error\n", "set twice"),
        ("- a\n", "must be a mapping"),
        ("exclude: ['!']\n", "is no pattern"),
        ("exclude:\n", "“exclude” is empty"),
        ("documents: {match: '*.md', language: english}\n", "“english”; a language is a BCP 47 tag"),
        ("nlp: {model: xx_no_such_pipeline}\n", "not installed here"),
        ("nlp: {model: ../evil}\n", "not installed here"),
        ("? [a]\n: b\n", "plain text"),
        ("a: &a [*a]\n", "nested deeper"),
        ("exclude: " + "[" * 10_000, "nested deeper"),
    ],
)
def test_what_cannot_be_understood_is_told(text: str, said: str) -> None:
    (found,) = problems(text)
    assert said in found
    assert found.startswith("msglint.yaml:")


def test_broken_toml_is_told_only_where_it_could_be_ours() -> None:
    write("[tool.ruff\n", "pyproject.toml")
    assert load_settings() == Settings()
    assert "not TOML" in problems("[tool.msglint\n", "pyproject.toml")[0]


def test_a_file_that_is_not_utf8_or_not_there_is_told() -> None:
    Path("msglint.yaml").write_bytes(b"glossary: caf\xe9.yaml\n")
    with pytest.raises(ConfigError, match="save it as UTF-8"):
        load_settings()
    with pytest.raises(ConfigError, match=r"gone\.yaml: cannot be read"):
        load_settings(Path("gone.yaml"))


def test_what_is_in_force_is_shown_with_its_origin() -> None:
    write("fail_on: note\n\nexclude: [drafts/**]\n")
    lines = dict(line.split(": ", 1) for line in show(load_settings()).splitlines())
    assert lines["# settings file"] == "msglint.yaml"
    assert lines["fail_on"].split() == ['"note"', "#", "msglint.yaml:1"]
    assert lines["exclude"].split() == ['["drafts/**"]', "#", "msglint.yaml:3"]
    assert lines["dated_documents"].split() == ['"own-date"', "#", "default"]
