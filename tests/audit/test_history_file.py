"""The file of a history: who may write to it, and what is no history."""

from contextlib import closing
from pathlib import Path
import sqlite3
import subprocess
import sys

import pytest

from msglint.audit.history.file import opened
from msglint.audit.history.record import record, refuse_unfit
from msglint.audit.history.scope import Scope
from msglint.audit.history.trend import trends
from msglint.errors import ConfigError
from tests.audit.histories import SCOPE, audit, kept


def test_audits_at_the_same_time_are_all_there_and_in_order(tmp_path: Path) -> None:
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from tests.audit.histories import audit, SCOPE\n"
        "from msglint.audit.history.record import record\n"
        "for _ in range(5):\n"
        "    record(sys.argv[1], audit({'a': ['x'], 'b': ['y', sys.argv[2]]}), SCOPE)\n"
    )
    file = str(tmp_path / "history.sqlite")
    root = Path(__file__).parents[2]
    running = [subprocess.Popen([sys.executable, "-c", program, file, name], cwd=root) for name in ("p", "q", "r")]
    assert [process.wait(timeout=120) for process in running] == [0, 0, 0]
    trend = kept(tmp_path)
    assert len(trend.points) == 15
    there = 0
    for point in trend.points:
        there += point.new + point.returned - point.mended
        assert there == point.findings == 3
    assert sum(point.new for point in trend.points) == 5


def test_an_audit_that_breaks_off_leaves_nothing(tmp_path: Path) -> None:
    file = str(tmp_path / "history.sqlite")
    kept(tmp_path, audit({"a": ["x"]}))

    def break_off() -> None:
        with opened(file, writing=True) as connection:
            connection.execute("DELETE FROM audits")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        break_off()
    assert len(kept(tmp_path).points) == 1


def test_an_earlier_day_is_refused_before_the_audit(tmp_path: Path) -> None:
    kept(tmp_path, audit({"a": ["x"]}, 3))
    with pytest.raises(ConfigError, match="its last audit is as of 2026-01-04, and this one is as of 2026-01-02"):
        refuse_unfit(str(tmp_path / "history.sqlite"), SCOPE, "2026-01-02")
    refuse_unfit(str(tmp_path / "history.sqlite"), Scope(("other",)), "2026-01-02")


def _foreign(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE theirs (a)")


def _newer(file: Path) -> None:
    kept(file.parent, audit({"a": ["x"]}))
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA user_version = 99")


def _torn(file: Path) -> None:
    kept(file.parent, *(audit({str(n): [f"{n}{m}" for m in range(50)] for n in range(9)}, day) for day in range(2)))
    data = bytearray(file.read_bytes())
    data[4096:-100] = b"\x55" * (len(data) - 4196)
    file.write_bytes(data)


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda file: file.write_text("Minutes of the meeting", encoding="utf-8"), "is no history of audits"),
        (_foreign, "is a database of another program"),
        (_newer, "was written by a newer msglint: update this one"),
        (_torn, "is damaged .*: put back a copy of it, or name another file"),
    ],
)
@pytest.mark.parametrize("writing", [True, False])
def test_what_is_no_history_is_left_as_it_is(tmp_path: Path, make: object, told: str, writing: bool) -> None:
    file = tmp_path / "history.sqlite"
    make(file)  # type: ignore[operator]
    before = file.read_bytes()
    with pytest.raises(ConfigError, match=told):
        record(str(file), audit({"a": []}, 9), SCOPE) if writing else trends(str(file))
    assert file.read_bytes() == before


def test_a_history_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="there is no such history: begin it by"):
        trends(str(tmp_path / "none.sqlite"))
    with pytest.raises(ConfigError, match="is there such a folder"):
        record(str(tmp_path / "none" / "h.sqlite"), audit({"a": []}), SCOPE)
    assert list(tmp_path.iterdir()) == []


def test_a_history_that_may_only_be_read_shows_its_trend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(tmp_path, audit({"a": ["x"]}))
    file = tmp_path / "history.sqlite"
    monkeypatch.setattr("os.access", lambda path, mode: False)  # file modes do not bind root
    with pytest.raises(ConfigError, match="may only be read: allow writing to it"):
        record(str(file), audit({"a": []}, 1), SCOPE)
    assert len(trends(str(file))[0].points) == 1


def test_a_finding_takes_little_room_and_only_once(tmp_path: Path) -> None:
    found = {f"folder/{n}.md": [f"{n}-{m}" for m in range(10)] for n in range(200)}
    file = tmp_path / "history.sqlite"
    kept(tmp_path, audit(found))
    first = file.stat().st_size
    kept(tmp_path, *(audit(found, day) for day in range(1, 13)))
    assert first / 2000 < 400
    assert file.stat().st_size - first < 8192
