"""Start-up: a clean 2 KB markdown file with the example glossary, and --help."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
import shutil

from tests.bench.bench import ROOT, Bench, Row
from tests.bench.corpora import Prose

_RUNS = 15


def measured(bench: Bench) -> Iterator[Row]:
    folder = bench.folder("startup")
    shutil.copy(ROOT / "glossary.yaml", folder)
    check = replace(bench.msglint(folder, "check", "clean.md"), before=_changing(folder / "clean.md"))
    unwritten = {"environment": bench.unwritten}
    taken = bench.measure(
        {
            "nothing": bench.python("-c", "pass"),
            "help": bench.msglint(folder, "--help"),
            "check": check,
            "help, no bytecode": replace(bench.msglint(folder, "--help"), **unwritten),
            "check, no bytecode": replace(check, **unwritten),
        },
        max(bench.runs, _RUNS) if bench.scale == 1 else None,
    )
    nothing = taken["nothing"].wall_median
    yield Row("python -c pass", nothing * 1000, "ms")
    yield Row("clean 2 KB file", taken["check"].wall_median / nothing, most=10)
    yield Row("clean 2 KB file, peak memory", taken["check"].memory / 1e6, "MB", most=60)
    yield Row("--help", taken["help"].wall_median / nothing, most=6)
    for name in ("check", "help"):
        value = taken[f"{name}, no bytecode"].wall_median / nothing
        yield Row(f"{name}, msglint's bytecode not kept", value, note="PYTHONDONTWRITEBYTECODE=1")


def _changing(path: Path) -> Callable[[], None]:
    """Another clean page each time, as a hook meets them: no result kept of an earlier run helps."""
    seeds = count(1)
    return lambda: path.write_text(Prose(next(seeds)).page(2048), encoding="utf-8")
