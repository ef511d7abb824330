"""What a part of the benchmark is given, and what it gives back."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
import os
from pathlib import Path
import shutil
import sys

from tests.bench.measuring import Command, Taken, measure

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table. Without a goal it is there to compare with. `most` and `least` bound `value`."""

    what: str
    value: float
    unit: str = "×"
    most: float | None = None
    least: float | None = None
    note: str = ""

    @property
    def goal(self) -> str:
        bounds = [f"{sign} {bound:g} {self.unit}" for sign, bound in (("≤", self.most), ("≥", self.least)) if bound]
        return ", ".join(bounds)

    @property
    def met(self) -> bool | None:
        if not self.goal:
            return None
        return (self.most is None or self.value <= self.most) and (self.least is None or self.value >= self.least)


@dataclass(frozen=True)
class Bench:
    """Where to work and how much: `scale` shrinks every corpus, `runs` is how often each command runs."""

    place: Path
    runs: int = 5
    scale: float = 1.0

    def many(self, count: int) -> int:
        """So many at this scale, at least two."""
        return max(2, round(count * self.scale))

    def folder(self, name: str) -> Path:
        """A folder of its own for a part."""
        made = self.place / name
        made.mkdir(parents=True, exist_ok=True)
        return made

    @cached_property
    def environment(self) -> dict[str, str]:
        """Bytecode is kept, as of an installed wheel, though outside of this checkout; the uncounted run makes it."""
        return {
            "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(self.place / "bytecode"), "PYTHONDONTWRITEBYTECODE": "",
            **self._caches,
        }  # fmt: skip

    @cached_property
    def unwritten(self) -> dict[str, str]:
        """msglint is compiled at each run, as where PYTHONDONTWRITEBYTECODE is set; its dependencies are not."""
        source = self.place / "source"
        for name in ("msglint", "rules"):
            shutil.copytree(
                ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"), dirs_exist_ok=True
            )
        return {"PYTHONPATH": str(source), "PYTHONDONTWRITEBYTECODE": "1", **self._caches}

    @property
    def _caches(self) -> dict[str, str]:
        return {name: str(self.place / "cache") for name in ("XDG_CACHE_HOME", "LOCALAPPDATA")}

    def python(self, *arguments: str, folder: Path | None = None) -> Command:
        return Command([sys.executable, *arguments], folder or self.place, environment=self.environment)

    def msglint(self, folder: Path, *arguments: str) -> Command:
        """The program as its console script starts it."""
        script = "import sys; from msglint.cli import main; sys.exit(main())"
        return self.python("-c", script, *arguments, folder=folder)

    def measure(self, commands: Mapping[str, Command], runs: int | None = None) -> dict[str, Taken]:
        return measure(commands, runs or self.runs)


def installed(program: str) -> str | None:
    """Where a peer is, beside this Python or on the path."""
    return shutil.which(program, path=os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")]))
