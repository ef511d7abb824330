"""Processes that die, fail, or are told to stop."""

import multiprocessing
import os
from pathlib import Path
import signal
import subprocess
import sys
import time

import pytest

from msglint.errors import ConfigError, GlossaryError, Problem, ReadError
from msglint.running import workers
from msglint.running.run import judge_all
from msglint.running.worker import OUT_OF_MEMORY
from msglint.sources import SourceFile

from .conftest import files, standard


class Deadly(SourceFile, frozen=True):
    """A document whose reading kills the process that does it."""

    def read(self) -> bytes:
        os.kill(os.getpid(), signal.SIGKILL if sys.platform != "win32" else signal.SIGTERM)
        raise AssertionError


class DeadlyOnce(SourceFile, frozen=True):
    """A document whose first reader somebody kills."""

    def read(self) -> bytes:
        if not os.path.exists("killed"):
            Path("killed").touch()
            os.kill(os.getpid(), signal.SIGKILL if sys.platform != "win32" else signal.SIGTERM)
        return b"Our Business Lunch."


class Greedy(SourceFile, frozen=True):
    def read(self) -> bytes:
        raise MemoryError


class Faulty(SourceFile, frozen=True):
    def read(self) -> bytes:
        raise KeyError("a bug of ours")


class Unconfigured(SourceFile, frozen=True):
    def read(self) -> bytes:
        raise ConfigError(Problem("msglint.yaml", "no such pipeline", 3))


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("bad", [Deadly, Greedy])
@pytest.mark.parametrize("at", [0, 4, 14])
def test_a_worker_that_dies_costs_one_file(bad: type[SourceFile], at: int, tmp_path: Path) -> None:
    plain = list(files())
    truth = list(judge_all(plain, standard(), 1))
    mixed = [*plain[:at], bad("texts/deadly.md", "texts/deadly.md"), *plain[at:]]
    for _ in range(2):
        verdicts = list(judge_all(mixed, standard(), 2, tmp_path / "kept"))
        died = verdicts.pop(at)
        assert verdicts == truth
        assert [(finding.rule, finding.location.path) for finding in died.findings] == [("READ001", "texts/deadly.md")]
        assert "died" in died.findings[0].message
    assert not multiprocessing.active_children()


@pytest.mark.usefixtures("folder")
def test_many_that_die_cost_themselves() -> None:
    deadly = [Deadly(f"{number}.md", f"{number}.md") for number in range(7)]
    verdicts = list(judge_all([*deadly, *files()], standard(), 3))
    assert [verdict.unreadable for verdict in verdicts[:7]] == [True] * 7
    assert verdicts[7:] == list(judge_all(files(), standard(), 1))


@pytest.mark.usefixtures("folder")
def test_a_file_is_not_blamed_for_what_somebody_killed() -> None:
    verdicts = list(judge_all([*files()[:5], DeadlyOnce("x.md", "x.md"), *files()[5:]], standard(), 2))
    assert [finding.rule for finding in verdicts[5].findings] == ["NAM101"]
    assert Path("killed").exists()


@pytest.mark.usefixtures("folder")
def test_a_bug_is_told_with_its_place() -> None:
    with pytest.raises(RuntimeError, match=r"(?s)in read.*KeyError: 'a bug of ours'"):
        list(judge_all([*files(), Faulty("x.md", "x.md")], standard(), 2))
    assert not multiprocessing.active_children()


@pytest.mark.usefixtures("folder")
def test_what_a_user_can_mend_is_told_as_from_one_process() -> None:
    with pytest.raises(ConfigError) as caught:
        list(judge_all([*files(), Unconfigured("x.md", "x.md")], standard(), 2))
    assert [str(problem) for problem in caught.value.problems] == ["msglint.yaml:3: no such pipeline"]


@pytest.mark.parametrize(
    "error", [ReadError("a.md", "gone"), ConfigError(Problem("a", "b")), GlossaryError([Problem("a", "b", 1, 2, "c")])]
)
def test_errors_cross_processes_whole(error: Exception) -> None:
    import pickle

    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again), vars(again)) == (type(error), str(error), vars(error))


@pytest.mark.usefixtures("folder")
def test_whoever_stops_listening_leaves_nobody_at_work() -> None:
    verdicts = judge_all(files(), standard(), 2)
    next(verdicts)
    assert multiprocessing.active_children()
    verdicts.close()  # type: ignore[attr-defined]
    assert not multiprocessing.active_children()


def test_little_work_is_done_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("msglint.running.run._PAYS_TO_SPREAD", 1 << 19)
    monkeypatch.setattr(workers, "spread", lambda *arguments: pytest.fail("processes for next to nothing"))
    assert len(list(judge_all(files(), standard(), 2))) == len(files())


def test_a_status_tells_want_of_memory() -> None:
    assert 0 < OUT_OF_MEMORY < 128


SCRIPT = """
import os, signal, sys, time
from datetime import date
from msglint.cli import _group, _judging
from msglint.running import run
from msglint.sources import SourceFile
run._PAYS_TO_SPREAD = 0
signal.signal(signal.SIGINT, signal.default_int_handler)  # shells have what runs in the background ignore it

class Slow(SourceFile, frozen=True):
    def read(self):
        open(f"reading-{os.getpid()}", "w").close()
        time.sleep(60)
        return b""

judge_all = _judging.judge_all
_judging.judge_all = lambda files, *rest: judge_all([Slow(f"{n}.md", f"{n}.md") for n in range(200)], *rest)
_group.msglint(["check", ".", "--jobs", "2", *sys.argv[1:]], prog_name="msglint")
"""


def is_alive(process: int) -> bool:
    try:
        status = Path(f"/proc/{process}/stat").read_text()
    except FileNotFoundError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for one process")
@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
@pytest.mark.parametrize("to_all", [True, False])
@pytest.mark.parametrize("cached", [[], ["--no-cache"]])
def test_an_interrupt_ends_everything_at_once(folder: Path, to_all: bool, cached: list[str]) -> None:
    """As Ctrl-C in a terminal reaches all processes, and `kill -INT` one of them."""
    program = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, *cached], stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    while len(reading := list(folder.glob("reading-*"))) < 2:
        assert program.poll() is None, program.stderr and program.stderr.read()
        time.sleep(0.02)
    (os.killpg if to_all else os.kill)(program.pid, signal.SIGINT)
    out, error = program.communicate(timeout=30)
    assert (program.returncode, out, error.strip()) == (130, b"", b"msglint: interrupted")
    assert not [path.name for path in reading if is_alive(int(path.name.partition("-")[2]))]


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
def test_workers_do_not_outlive_a_killed_run(folder: Path) -> None:
    script = SCRIPT.replace("time.sleep(60)", "time.sleep(0.05)")
    program = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    while len(reading := list(folder.glob("reading-*"))) < 2:
        assert program.poll() is None, program.stderr and program.stderr.read()
        time.sleep(0.02)
    program.kill()
    _, error = program.communicate(timeout=60)
    assert error == b""
    left = [int(path.name.partition("-")[2]) for path in reading]
    patience = time.monotonic() + 60
    while any(map(is_alive, left)):
        assert time.monotonic() < patience
        time.sleep(0.1)
