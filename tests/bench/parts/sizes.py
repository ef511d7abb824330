"""Sizes: 50,000 files in flat memory and linear time; one 5 MB document against many small ones."""

from collections.abc import Iterator

from tests.bench.bench import Bench, Row
from tests.bench.corpora import folder, names

_SMALL = 700
_TURNS = 2
"""Of the largest corpus: it takes long, and a ratio over minutes is steady."""


def measured(bench: Bench) -> Iterator[Row]:
    yield from _counts(bench)
    yield from _one_document(bench)


def _counts(bench: Bench) -> Iterator[Row]:
    few, many, said = bench.folder("files-5000"), bench.folder("files-50000"), names(100)
    small, large = bench.many(5_000), bench.many(50_000)
    folder(few, small, _SMALL, said, seed=3)
    folder(many, large, _SMALL, said, seed=3)
    flags = ("check", "--no-cache", "--jobs", "1")
    runs = bench.measure(
        {"few": bench.msglint(few, *flags, "docs"), "many": bench.msglint(many, *flags, "docs")}, _TURNS
    )
    yield Row("50,000 files, peak memory", runs["many"].memory / 1e6, "MB", most=250)
    yield Row("50,000 files against 5,000, peak memory", runs["many"].memory / runs["few"].memory)
    per_file = (runs["many"].wall / large) / (runs["few"].wall / small)
    yield Row("50,000 files against 5,000, time per file", per_file, most=1.1)


def _one_document(bench: Bench) -> Iterator[Row]:
    one, many, said = bench.folder("one-document"), bench.folder("many-documents"), names(100)
    size = bench.many(5_000_000)
    folder(one, 1, size, said, seed=4)
    folder(many, bench.many(900), 5_600, said, seed=4)
    flags = ("check", "--no-cache", "--jobs", "1")
    runs = bench.measure(
        {
            "start": bench.msglint(many, *flags, "docs/000/page-00001.md"),
            "one": bench.msglint(one, *flags, "docs"),
            "many": bench.msglint(many, *flags, "docs"),
        }
    )
    start = runs["start"].wall
    per_byte = (runs["one"].wall - start) / size
    ratio = per_byte / max((runs["many"].wall - start) / (bench.many(900) * 5_600), 1e-12)
    yield Row("one 5 MB document, time per MB, against many small", ratio, most=1.0)
