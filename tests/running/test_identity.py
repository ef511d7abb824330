"""The same bytes come out for any number of processes, with and without results of earlier runs."""

from collections.abc import Iterator
import multiprocessing
from pathlib import Path

import pytest

from msglint.engine import judge_file
from msglint.running import workers
from msglint.running.run import judge_all

from ..cli.conftest import Msglint, run  # noqa: F401  the fixture
from .conftest import files, standard

EVERYTHING = ("check", "texts", "--as-of", "2026-06-10", "--min-certainty", "possible", "--format", "json")


@pytest.fixture(params=["fork", "spawn", "forkserver"])
def start(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Each way of starting processes that this system has."""
    if request.param not in multiprocessing.get_all_start_methods():
        pytest.skip(f"this system cannot {request.param}")
    monkeypatch.setattr(workers, "_context", lambda: multiprocessing.get_context(request.param))
    return request.param


@pytest.mark.parametrize("jobs", ["1", "2", "3"])
def test_reports_are_the_same_bytes(run: Msglint, folder: Path, jobs: str) -> None:  # noqa: F811
    alone = run(*EVERYTHING, "--jobs", "1", "--no-cache")
    for rule in ("NAM101", "XDC701", "DEF402", "READ001"):
        assert f'"rule": "{rule}"' in alone.stdout
    assert "chanel" in alone.stderr
    for attempt in (("--no-cache",), (), (), ("--cache-dir", "elsewhere")):
        again = run(*EVERYTHING, "--jobs", jobs, *attempt)
        assert (again.exit_code, again.stdout, again.stderr) == (alone.exit_code, alone.stdout, alone.stderr)


def test_without_a_cache_nothing_is_written(run: Msglint, folder: Path) -> None:  # noqa: F811
    run(*EVERYTHING, "--no-cache", "--cache-dir", "kept")
    assert not list(Path("kept").glob("results*"))
    run(*EVERYTHING, "--cache-dir", "kept")
    assert list(Path("kept").glob("results*"))


@pytest.mark.usefixtures("folder")
def test_processes_are_started_in_any_way(start: str) -> None:
    alone = tuple(judge_all(files(), standard(), 1))
    assert tuple(judge_all(files(), standard(), 2)) == alone
    assert not multiprocessing.active_children()


@pytest.mark.usefixtures("folder")
def test_nothing_comes_with_edits_and_nothing_else_is_lost() -> None:
    plain = [judge_file(file, standard()) for file in files()]
    small = list(judge_all(files(), standard(), 1))
    assert any(finding.edits for verdict in plain for finding in verdict.findings)
    assert not any(finding.edits for verdict in small for finding in verdict.findings)
    assert [repr(verdict) for verdict in small if not verdict.findings] == [
        repr(verdict) for verdict in plain if not verdict.findings
    ]
    assert [[finding.fix for finding in verdict.findings] for verdict in small] == [
        [finding.fix for finding in verdict.findings] for verdict in plain
    ]


def test_standard_input_is_never_remembered(run: Msglint, folder: Path) -> None:  # noqa: F811
    asked = ("check", "-", "texts", "--stdin-filename", "texts/new.md", "--format", "concise")
    assert "texts/new.md" in run(*asked, input="Our Business Lunch.\n").stdout
    assert "texts/new.md" not in run(*asked, input="Our Meals for Teams.\n").stdout


def test_fix_mends_what_is_there_and_not_what_was(run: Msglint, folder: Path) -> None:  # noqa: F811
    run(*EVERYTHING)
    stale = Path("texts/stale.md")
    stale.write_text("One more line.\nOur Business Lunch.\n", encoding="utf-8")
    run("fix", "texts", "--as-of", "2026-06-10")
    assert stale.read_text(encoding="utf-8") == "One more line.\nOur Meals for Teams.\n"
    assert "Business Lunch shall" in Path("texts/legal/terms.md").read_text(encoding="utf-8")
    assert "stale.md" not in run(*EVERYTHING).stdout
