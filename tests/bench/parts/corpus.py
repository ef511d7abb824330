"""A corpus: 10 MB of clean markdown in 1,800 files with 100 names."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
import os
from pathlib import Path

from tests.bench.bench import Bench, Row
from tests.bench.corpora import Prose, folder, names
from tests.bench.measuring import Command, Taken
from tests.bench.peers import peers

FILES, SIZE = 1_800, 5_600


def measured(bench: Bench) -> Iterator[Row]:
    place, said = bench.folder("corpus"), names(100)
    size = folder(place, bench.many(FILES), SIZE, said, seed=1)
    beside = dict(peers(bench, place, said))
    runs = bench.measure(
        {**_own(bench, place), **{name: run for name, run in beside.items() if isinstance(run, Command)}}
    )
    yield from _own_rows(runs, size / 1e6)
    for name, run in beside.items():
        if isinstance(run, str):
            yield Row(f"cold, beside {name}", float("nan"), note=run)
        else:
            ratio = runs["cold, 2 cores"].wall / runs[name].wall
            took = f"msglint {runs['cold, 2 cores'].wall:.2f} s, {name} {runs[name].wall:.2f} s"
            yield Row(f"cold, beside {name}", ratio, most=None if name == "grep" else 1.0, note=took)


def _own(bench: Bench, place: Path) -> dict[str, Command]:
    page = place / "docs" / "000" / "page-00001.md"
    return {
        "start": bench.msglint(place, "check", "--no-cache", "--jobs", "1", str(page.relative_to(place))),
        "cold, 1 core": bench.msglint(place, "check", "--no-cache", "--jobs", "1", "docs"),
        "cold, 2 cores": bench.msglint(place, "check", "--no-cache", "--jobs", "2", "docs"),
        "warm": bench.msglint(place, "check", "docs"),
        "one changed": replace(bench.msglint(place, "check", "docs"), before=_changed(page)),
    }


def _changed(page: Path) -> Callable[[], None]:
    seeds = count(10_000)
    return lambda: page.write_text(Prose(next(seeds)).page(SIZE), encoding="utf-8")


def _own_rows(runs: dict[str, Taken], megabytes: float) -> Iterator[Row]:
    start, cold = runs["start"].wall, runs["cold, 1 core"].wall
    took = f"{cold:.2f} s, start {start:.2f} s"
    net = max(cold - start, 1e-3)
    yield Row("cold, 1 core, net of start-up", megabytes / net, "MB/s", least=15, note=took)
    shared = runs["cold, 2 cores"].wall
    least = 1.7 if (os.cpu_count() or 1) > 1 else None
    yield Row(
        "cold, 2 cores against 1, net of start-up", net / max(shared - start, 1e-3), least=least, note=f"{shared:.2f} s"
    )
    yield Row("warm against cold", runs["warm"].wall / cold, most=0.2)
    yield Row("one file changed against cold", runs["one changed"].wall / cold, most=0.25)
