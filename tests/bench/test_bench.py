"""The benchmark runs; what it measures is no test's business."""

import math
from pathlib import Path
import sys

import pytest

from msglint import registry
from tests.bench.bench import Bench, Row
from tests.bench.corpora import folder, names
from tests.bench.measuring import Command, measure

pytest.importorskip("resource", reason="processes are not measured on Windows")

PARTS = "tests.bench.parts"


@pytest.mark.parametrize("part", registry.names(PARTS))
def test_each_part_measures(part: str, tmp_path: Path) -> None:
    rows = list(registry.load(PARTS, part).measured(Bench(tmp_path, runs=1, scale=0.001)))
    assert rows
    assert all(row.note for row in rows if math.isnan(row.value)), "what could not be measured says why"
    assert any(row.goal for row in rows)


def test_the_corpora_are_the_same_every_time(tmp_path: Path) -> None:
    for name in ("one", "other"):
        folder(tmp_path / name, 3, 2_000, names(4), seed=7, naming=[each.former for each in names(4)])
    one, other = (
        {path.name: path.read_bytes() for path in (tmp_path / name).rglob("*.*")} for name in ("one", "other")
    )
    assert one == other
    assert names(4)[0].former.encode() in b"".join(one.values())


def test_what_a_process_came_to_is_told(tmp_path: Path) -> None:
    command = Command([sys.executable, "-c", "import sys; bytearray(60_000_000); sys.exit(3)"], tmp_path)
    taken = measure({"it": command}, 1)["it"]
    assert taken.status == 3
    assert 60_000_000 < taken.memory < 90_000_000
    assert 0 < taken.wall <= taken.wall_median


@pytest.mark.parametrize(
    ("row", "goal", "met"),
    [
        (Row("compared only", 1.0), "", None),
        (Row("small enough", 1.0, most=1.0), "≤ 1 ×", True),
        (Row("too large", 1.1, most=1.0), "≤ 1 ×", False),
        (Row("fast enough", 20.0, "MB/s", least=15), "≥ 15 MB/s", True),
        (Row("too slow", 14.9, "MB/s", least=15), "≥ 15 MB/s", False),
    ],
)
def test_a_goal_is_met_or_not(row: Row, goal: str, met: bool | None) -> None:
    assert (row.goal, row.met) == (goal, met)
