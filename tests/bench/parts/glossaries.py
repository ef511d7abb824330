"""Glossaries: 10,000 names against 100, and what compiling 10,000 takes."""

from collections.abc import Iterator
from dataclasses import replace
import shutil

from tests.bench.bench import Bench, Row
from tests.bench.corpora import folder, names
from tests.bench.parts.corpus import FILES, SIZE


def measured(bench: Bench) -> Iterator[Row]:
    few, many = bench.folder("names-few"), bench.folder("names-many")
    for place, said in ((few, 100), (many, bench.many(10_000))):
        folder(place, bench.many(FILES), SIZE, names(said), seed=1)
    flags = ("check", "--no-cache", "--jobs", "1")
    page, kept = "docs/000/page-00001.md", many / "kept"
    compiling = bench.msglint(many, *flags, "--cache-dir", str(kept), page)
    runs = bench.measure(
        {
            "start": bench.msglint(few, *flags, page),
            "few": bench.msglint(few, *flags, "docs"),
            "many": bench.msglint(many, *flags, "docs"),
            "compiled": bench.msglint(many, *flags, page),
            "compiling": replace(compiling, before=lambda: shutil.rmtree(kept, ignore_errors=True)),
        }
    )
    yield Row("10,000 names against 100", runs["many"].wall / runs["few"].wall, most=1.4)
    yield Row("compiling 10,000 names", runs["compiling"].wall - runs["start"].wall, "s", most=3)
    yield Row("start-up with 10,000 names", runs["compiled"].wall * 1000, "ms")
