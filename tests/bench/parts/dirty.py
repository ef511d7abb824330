"""Findings: a former name in every second paragraph, and names said rightly in every second one."""

from collections.abc import Iterator

from tests.bench.bench import Bench, Row
from tests.bench.corpora import folder, names
from tests.bench.parts.corpus import SIZE

_FILES = 360


def measured(bench: Bench) -> Iterator[Row]:
    said, files = names(100), bench.many(_FILES)
    dirty, proper = bench.folder("dirty"), bench.folder("proper")
    size = folder(dirty, files, SIZE, said, seed=2, naming=[name.former for name in said]) / 1e6
    folder(proper, files, SIZE, said, seed=2, naming=[name.current for name in said])
    flags = ("check", "--no-cache", "--jobs", "1", "--quiet")
    runs = bench.measure(
        {
            "start": bench.msglint(dirty, *flags, "--select", "PRC", "docs/000/page-00001.md"),
            "dirty": bench.msglint(dirty, *flags, "docs"),
            "proper": bench.msglint(proper, *flags, "docs"),
        }
    )
    start = runs["start"].wall
    yield Row("a hit in every second paragraph", size / (runs["dirty"].wall - start), "MB/s", least=2)
    yield Row("a current name in every second paragraph", size / (runs["proper"].wall - start), "MB/s")
