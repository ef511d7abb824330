"""`msglint init`, run as people run it."""

from collections.abc import Callable
import os
from pathlib import Path
import subprocess
import sys

import pytest
import yaml

Run = Callable[..., "subprocess.CompletedProcess[str]"]
RENAME = ("--name", "Meals for Teams", "--old-name", "Business Lunch", "--since", "2026-03-01")
PROGRAM = [sys.executable, "-m", "msglint"]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def run(*arguments: str, folder: Path = tmp_path) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [*PROGRAM, *arguments], cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True,
            encoding="utf-8", check=False,
        )  # fmt: skip

    return run


def test_what_it_writes_is_what_check_needs(run: Run, tmp_path: Path) -> None:
    assert run("init", *RENAME, "--no-hook").returncode == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["glossary.yaml", "msglint.yaml"]
    (tmp_path / "flyer.md").write_text("Order our Business Lunch today.\n", encoding="utf-8")
    checked = run("check", ".")
    assert checked.returncode == 1
    assert "flyer.md:1:11 NAM101" in checked.stdout
    assert run("glossary", "check").returncode == 0


def test_without_any_answer_it_writes_and_says_what_is_missing(run: Run, tmp_path: Path) -> None:
    done = run("init")
    assert done.returncode == 0
    assert "write a name or two into glossary.yaml" in done.stderr
    assert run("check", ".").returncode == 0


def test_the_commented_example_is_a_glossary_when_uncommented(run: Run, tmp_path: Path) -> None:
    run("init")
    text = (tmp_path / "glossary.yaml").read_text(encoding="utf-8")
    opened = "\n".join(
        line.removeprefix("#") if line.startswith("#  ") else line.replace("terms: []", "terms:   ")
        for line in text.splitlines()
    )
    (tmp_path / "glossary.yaml").write_text(opened, encoding="utf-8")
    (tmp_path / "a.md").write_text("Business Lunch\n", encoding="utf-8")
    assert "NAM101" in run("check", ".").stdout


def test_nothing_that_is_there_is_changed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "glossary.yaml").write_text("terms: [Ours]\n", encoding="utf-8")
    done = run("init", *RENAME)
    assert "kept: glossary.yaml" in done.stderr
    assert (tmp_path / "glossary.yaml").read_text(encoding="utf-8") == "terms: [Ours]\n"
    assert "written: msglint.yaml" in done.stderr


def test_a_dry_run_shows_and_writes_nothing(run: Run, tmp_path: Path) -> None:
    done = run("init", "new", *RENAME, "--dry-run", "--hook")
    assert "term: Meals for Teams" in done.stdout
    assert "# --- .pre-commit-config.yaml" in done.stdout
    assert list(tmp_path.iterdir()) == []


HOOKS = [
    "# msglint: some day\nrepos:\n  - repo: local\n    hooks:\n      - {id: a, name: msglinter}\n",
    "repos:\n  - repo: https://example.com/a\n    rev: v1\n    hooks:\n      - id: a   # ours\n",
    "# ours\nrepos:\n- repo: https://example.com/a\n  rev: v1\n  hooks: [{id: a}]\n\n# behind\nfail_fast: true\n",
    "default_stages: [pre-commit]\r\nrepos:\r\n    - repo: local\r\n      hooks:\r\n          - id: a\r\n            "
    "args: [\r\n              b]\r\n",
    "repos:\n- repo: local\n  hooks:\n  - id: a\n    entry: >\n      words\n      more\n",
]
FOLDED = HOOKS[-1].rstrip("\n")  # with a line break behind it, its last text would be another one


@pytest.mark.parametrize("before", HOOKS)
def test_the_hook_is_added_to_those_there_are_and_nothing_else_changes(run: Run, tmp_path: Path, before: str) -> None:
    file = tmp_path / ".pre-commit-config.yaml"
    file.write_bytes(before.encode())
    done = run("init", "--hook", *RENAME)
    assert "added to: .pre-commit-config.yaml" in done.stderr, done.stderr
    after = file.read_bytes().decode()
    old, new = yaml.safe_load(before), yaml.safe_load(after)
    assert new["repos"][:-1] == old["repos"]
    assert [hook["id"] for hook in new["repos"][-1]["hooks"]] == ["msglint", "msglint-glossary"]
    left = iter(after.splitlines())
    assert all(line in left for line in before.splitlines()), "every line is there still, in its order"
    assert "kept" in run("init", "--hook").stderr  # and once is enough
    assert file.read_bytes().decode() == after


@pytest.mark.parametrize(
    "before", ["repos: []\n", "repos: [{repo: local, hooks: []}]\n", "- a\n", "repos: [\n", "", FOLDED]
)
def test_where_the_hook_cannot_be_added_the_lines_are_told(run: Run, tmp_path: Path, before: str) -> None:
    file = tmp_path / ".pre-commit-config.yaml"
    file.write_text(before, encoding="utf-8")
    done = run("init", "--hook", *RENAME)
    assert "still to do in .pre-commit-config.yaml" in done.stderr
    assert "id: msglint" in done.stderr
    assert file.read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--price", "cheap", "--name", "X"), "12.50 GBP per person"),
        (("--old-name", "Y"), "--name"),
        (("--name", "X", "--since", "March"), "2026-03-01"),
        (("--name", "X", "--language", "Inglish!"), "no glossary can be made of this"),
    ],
)
def test_wrong_options_write_nothing(run: Run, tmp_path: Path, arguments: tuple[str, ...], told: str) -> None:
    done = run("init", *arguments)
    assert done.returncode == 2
    assert told in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_pipeline_that_is_there_is_left_and_what_to_add_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / ".gitlab-ci.yml").write_text("stages: [build]\n", encoding="utf-8")
    done = run("init")
    assert "still to do in .gitlab-ci.yml" in done.stderr
    assert (tmp_path / ".gitlab" / "msglint.yml").exists()
    assert (tmp_path / ".gitlab-ci.yml").read_text(encoding="utf-8") == "stages: [build]\n"


def test_names_are_asked_for_only_where_the_glossary_is_new(run: Run) -> None:
    assert "write a name or two into glossary.yaml" in run("init").stderr
    assert "write a name or two" not in run("init").stderr


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of one's own needs a pty")
def test_on_a_terminal_it_asks_and_asks_again_where_an_answer_makes_no_sense(tmp_path: Path) -> None:
    import pty

    main, side = pty.openpty()
    answers = ["Fern & Fig", "Meals for Teams", "Business Lunch", "March", "2026-03-01", "cheap", "12.50 GBP", "lucy"]
    os.write(main, "".join(f"{answer}\n" for answer in answers).encode())
    done = subprocess.run(
        [*PROGRAM, "init"], cwd=tmp_path, stdin=side, capture_output=True, text=True, encoding="utf-8", check=False
    )
    os.close(side)
    os.close(main)
    assert done.returncode == 0, done.stderr
    assert "year-month-day" in done.stderr
    written = yaml.safe_load((tmp_path / "glossary.yaml").read_text(encoding="utf-8"))
    assert written["defaults"]["owner"] == "lucy"
    assert written["terms"][1]["price"] == "12.50 GBP"
