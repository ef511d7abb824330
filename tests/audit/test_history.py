"""A history of audits: what is new, mended and back; and what is not concluded."""

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
import pytest

from msglint.audit.history.record import record
from msglint.audit.history.scope import Scope
from msglint.audit.history.trend import Trend, trends
from msglint.audit.model import Audit, NotRead
from tests.audit.histories import SCOPE, audit, kept


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
