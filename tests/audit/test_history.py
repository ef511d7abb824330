"""A history of audits: what is new, mended and back; what it does not conclude; what is no history."""

from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
import sqlite3
import subprocess
import sys
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
import pytest

from msglint.audit.history.file import opened
from msglint.audit.history.record import record, refuse_unfit
from msglint.audit.history.scope import Scope
from msglint.audit.history.trend import Trend, trend_of, trends
from msglint.audit.model import Audit, AuditedDocument, NotRead, Placed, Score
from msglint.errors import ConfigError
from msglint.model.document import Location
from msglint.model.glossary import Glossary
from msglint.model.judgement import Finding, Report
from msglint.model.scale import Certainty, Severity

SCOPE = Scope(("drive",))
DAY = date(2026, 1, 1)


def audit(documents: dict[str, Sequence[str]], day: int = 0, unread: Sequence[str] = (), **more: object) -> Audit:
    """An audit that found, in each document, findings of these names; the same name has the same words around it."""
    as_of = DAY + timedelta(days=day)
    audited = tuple(AuditedDocument(path, findings=tuple(_finding(path, name) for name in names))
                    for path, names in documents.items())  # fmt: skip
    base = Audit(
        paths=("drive",), as_of=as_of, glossary=Glossary("glossary.yaml", (), "0"), rules={},
        documents=audited, findings=tuple(Placed(one, each) for each in audited for one in each.findings),
        health=(), score=Score(), entries=(), owners=(), channels=(), folders=(), by_rule=(),
        not_read=NotRead(unreadable=tuple(_finding(path, "unread") for path in unread)),
        report=Report((), as_of), total=len(audited),
    )  # fmt: skip
    return replace(base, **more)  # type: ignore[arg-type]


def _finding(path: str, name: str) -> Finding:
    print_ = name.encode().hex().rjust(32, "0")
    return Finding("NAM101", "superseded-name", Severity.ERROR, Certainty.CERTAIN, f"“{name}” is old", Location(path),
                   name, entry=name, fingerprint=print_)  # fmt: skip


def kept(folder: Path, *audits: Audit) -> Trend:
    """The trend after these audits."""
    file = str(folder / "history.sqlite")
    for each in audits:
        record(file, each, SCOPE)
    found = trend_of(file, SCOPE)
    assert found
    return found


def last(trend: Trend) -> tuple[int, int, int]:
    return trend.points[-1].new, trend.points[-1].mended, trend.points[-1].returned


@pytest.mark.parametrize(
    ("months", "expected"),
    [
        ([{"a": ["x"]}, {"a": ["x"]}], (0, 0, 0)),
        ([{"a": ["x"]}, {"renamed": ["x"]}], (0, 0, 0)),
        ([{"a": ["x", "y"]}, {"a": ["x"]}], (0, 1, 0)),
        ([{"a": ["x"]}, {"a": ["x", "y"]}], (1, 0, 0)),
        ([{"a": ["x"]}, {"a": []}, {"a": ["x"]}], (0, 0, 1)),
        ([{"a": ["x"]}, {"a": []}, {"b": ["x"]}], (0, 0, 1)),
        ([{"a": ["x"]}, {"a": ["x"], "copy": ["x"]}], (1, 0, 0)),
        ([{"a": ["x"], "copy": ["x"]}, {"a": ["x"], "copy": []}], (0, 1, 0)),
        ([{"a": ["x"], "b": ["x"]}, {"a": ["x"], "b": []}, {"a": ["x"] * 3, "b": []}], (1, 0, 1)),
        ([{"a": ["x"]}, {"a": []}, {"a": ["x"]}, {"a": []}, {"a": ["x", "x"]}], (1, 0, 1)),
    ],
)
def test_what_is_new_mended_and_back(
    tmp_path: Path, months: list[dict[str, list[str]]], expected: tuple[int, int, int]
) -> None:
    assert last(kept(tmp_path, *(audit(found, month) for month, found in enumerate(months)))) == expected


def test_findings_that_came_back_say_where_and_whose(tmp_path: Path) -> None:
    trend = kept(tmp_path, audit({"a": ["x", "y"]}), audit({"a": ["y"]}, 1), audit({"b": ["x", "z"], "a": []}, 2))
    assert [(one.path.rpartition("/")[2], one.entry) for one in trend.returned] == [("b", "x")]
    assert [(one.path.rpartition("/")[2], one.entry) for one in trend.new] == [("b", "z")]
    assert [(one.path.rpartition("/")[2], one.entry) for one in trend.mended] == [("a", "y")]
    assert {change.key: (change.new, change.mended, change.returned) for change in trend.entries} == {
        "x": (0, 0, 1), "y": (0, 1, 0), "z": (1, 0, 0),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("partial", "why"),
    [
        (audit({"a": []}, 1, interrupted=True, total=9), "interrupted after 1 of 9 documents"),
        (audit({"a": []}, 1, not_read=NotRead(missing=("drive: no such file or folder",))), "drive: no such file"),
        (audit({}, 1), "nothing was read"),
    ],
)
def test_what_an_audit_in_part_did_not_see_is_not_mended(tmp_path: Path, partial: Audit, why: str) -> None:
    trend = kept(tmp_path, audit({"a": ["x"], "b": ["y"]}), partial)
    assert last(trend) == (0, 0, 0)
    assert why in (trend.points[-1].partial or "")
    assert not trend.compared
    assert last(kept(tmp_path, audit({"a": ["x"], "b": []}, 2))) == (0, 1, 0)


def test_what_could_not_be_read_this_time_is_not_mended(tmp_path: Path) -> None:
    trend = kept(tmp_path, audit({"a": ["x"], "b": ["y"]}), audit({"a": ["x"]}, 1, unread=["b"]))
    assert (last(trend), trend.points[-1].held) == ((0, 0, 0), 1)
    assert last(kept(tmp_path, audit({"a": ["x"], "b": ["y"]}, 2))) == (0, 0, 0)


def test_other_scopes_are_not_compared(tmp_path: Path) -> None:
    file = str(tmp_path / "history.sqlite")
    scopes = [SCOPE, Scope(("drive",), select=("NAM",)), Scope(("other",)), Scope(("drive",), min_certainty="likely")]
    for number, scope in enumerate(scopes):
        record(file, audit({"a": ["x"] * number}), scope)
    assert [(trend.scope, trend.points[-1].new) for trend in trends(file)] == list(zip(scopes, range(4), strict=True))


def test_a_scope_is_the_same_from_wherever_it_is_audited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "drive").mkdir()
    monkeypatch.chdir(tmp_path)
    here = Scope.of("h.sqlite", ["drive", "./drive/"])
    monkeypatch.chdir(tmp_path / "drive")
    assert here == Scope.of("../h.sqlite", ["."]) == Scope(("drive",))
    assert Scope.parse(here.text()) == here


_MONTH = st.tuples(
    st.dictionaries(st.sampled_from("abc"), st.lists(st.sampled_from("xyz"), max_size=4), min_size=1),
    st.booleans(),
    st.sets(st.sampled_from("abcd"), max_size=1),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_MONTH, min_size=1, max_size=6))
def test_the_counts_of_any_audits_add_up(months: list[tuple[dict[str, list[str]], bool, set[str]]]) -> None:
    with TemporaryDirectory() as folder:
        made = [
            audit({path: names for path, names in found.items() if path not in unread}, day, sorted(unread),
                  interrupted=interrupted)
            for day, (found, interrupted, unread) in enumerate(months)
        ]  # fmt: skip
        trend = kept(Path(folder), *made)
        there, away, seen = 0, Counter[str](), 0
        for point, each in zip(trend.points, made, strict=True):
            assert point.findings == len(each.findings)
            if point.partial:
                assert (point.new, point.mended, point.returned, point.held) == (0, 0, 0, 0)
                continue
            there += point.new + point.returned - point.mended
            assert there == point.findings + point.held
            away["mended"] += point.mended
            away["returned"] += point.returned
            assert away["returned"] <= away["mended"]
            seen += point.new
        assert seen <= sum(len(each.findings) for each in made)
        assert len(trend.new) + len(trend.returned) == sum(change.new + change.returned for change in trend.entries)


def test_audits_at_the_same_time_are_all_there_and_in_order(tmp_path: Path) -> None:
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from tests.audit.test_history import audit, SCOPE\n"
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
