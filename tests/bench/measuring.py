"""Runs whole processes turn by turn and tells what they took."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
import json
import os
from pathlib import Path
from statistics import median
import subprocess
import sys

# A small process starts what is measured: Linux counts a starter's memory as that of what it starts.
_LAUNCHER = """\
import json, os, sys, time
nothing = os.open(os.devnull, os.O_RDWR)
away = [(os.POSIX_SPAWN_DUP2, nothing, stream) for stream in range(3)]
began = time.perf_counter()
process = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=away)
_, status, used = os.wait4(process, 0)
wall = time.perf_counter() - began
print(json.dumps([wall, used.ru_utime + used.ru_stime, used.ru_maxrss, os.waitstatus_to_exitcode(status)]))
"""


@dataclass(frozen=True, slots=True)
class Command:
    """A process to measure; `before` readies what it works on, each time and untimed."""

    arguments: Sequence[str]
    folder: Path
    before: Callable[[], None] | None = None
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Taken:
    """What a command took: the fastest and the median of its runs.

    wall, wall_median    seconds
    cpu                  seconds of the processor, of it and of what it started, of the run that had fewest
    memory               bytes: the largest resident set of any one of its processes
    status               its exit status
    """

    wall: float
    wall_median: float
    cpu: float
    memory: int
    status: int


def measure(commands: Mapping[str, Command], runs: int) -> dict[str, Taken]:
    """Run all commands `runs` times in turn, after one run of each that does not count (a single run does)."""
    taken: dict[str, list[tuple[float, float, int, int]]] = {name: [] for name in commands}
    for turn in range(0 if runs > 1 else 1, runs + 1):
        for name, command in commands.items():
            one = _run(command)
            if turn:
                taken[name].append(one)
    return {name: _summed_up(runs_of) for name, runs_of in taken.items()}


def _run(command: Command) -> tuple[float, float, int, int]:
    if command.before:
        command.before()
    done = subprocess.run(
        [sys.executable, "-S", "-E", "-c", _LAUNCHER, *command.arguments],
        cwd=command.folder, env={**os.environ, **command.environment}, stdout=subprocess.PIPE, check=True,
    )  # fmt: skip
    wall, cpu, memory, status = json.loads(done.stdout)
    unit = 1 if sys.platform == "darwin" else 1024  # of ru_maxrss, getrusage(2)
    return wall, cpu, memory * unit, status


def _summed_up(runs: Sequence[tuple[float, float, int, int]]) -> Taken:
    walls = [wall for wall, *_ in runs]
    return Taken(min(walls), median(walls), min(run[1] for run in runs), max(run[2] for run in runs), runs[-1][3])
