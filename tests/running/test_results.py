"""What is remembered, what makes it forgotten, and that no trouble with it changes a result."""

from collections.abc import Callable
from contextlib import closing
from datetime import date
import os
from pathlib import Path
import pickle
import sqlite3
import subprocess
import sys

from msgspec.structs import replace
import pytest

from msglint.engine import Standard, Verdict
from msglint.model.scale import Certainty
from msglint.running import database, ingredients
from msglint.running.packing import pack, unpack
from msglint.running.run import judge_all

from .conftest import DOCUMENTS, files, settled, standard, write

Judging = Callable[..., list[str]]
UNREADABLE = ["broken.docx", "empty.docx"]
"""They are tried again each time: the next time there may be more memory, or a program that can read them."""
ALL = sorted(os.path.basename(name) for name in DOCUMENTS)


def test_what_was_judged_is_remembered(judging: Judging) -> None:
    assert judging() == ALL
    assert judging() == UNREADABLE


def test_an_old_file_is_not_even_read_again(judging: Judging, monkeypatch: pytest.MonkeyPatch) -> None:
    settled(monkeypatch)
    judging()
    monkeypatch.setattr("msglint.running.results.digest_of", lambda data: b"another")
    assert judging() == UNREADABLE


def test_a_file_that_was_just_written_is_read_again(judging: Judging, monkeypatch: pytest.MonkeyPatch) -> None:
    judging()
    monkeypatch.setattr("msglint.running.results.digest_of", lambda data: b"another")
    assert judging() == ALL


@pytest.mark.parametrize("old", [False, True])
def test_a_changed_file_is_judged_anew(judging: Judging, monkeypatch: pytest.MonkeyPatch, old: bool) -> None:
    if old:
        settled(monkeypatch)
    judging()
    before = os.stat("texts/clean.md")
    write("clean.md", "Ask about Meals for Teams!\n")  # as long as it was, and dated back
    os.utime("texts/clean.md", ns=(before.st_atime_ns, before.st_mtime_ns))
    assert judging() == sorted(["clean.md", *UNREADABLE])
    os.utime("texts/clean.md")
    assert judging() == UNREADABLE
    os.rename("texts/clean.md", "texts/named-anew.md")
    assert judging() == sorted(["named-anew.md", *UNREADABLE])


def edit(name: str, before: str, after: str) -> None:
    path = Path(name)
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def renamed(before: str, after: str) -> None:
    os.rename(before, after)
    edit("msglint.yaml", "documents:", f"glossary: {after}\ndocuments:")


def pack_of_rules(message: str) -> Callable[[], None]:
    def write_() -> None:
        Path("ours.yaml").write_text(
            f"about: Ours.\nrules:\n  - code: OUR001\n    name: ours\n    check: existence\n    severity: note\n"
            f"    message: {message}\n    why: w\n    options: {{tokens: [ask]}}\n"
            f"    invalid: [{{text: We ask., says: ask}}]\n    valid: [We say.]\n",
            encoding="utf-8",
        )
        edit("msglint.yaml", "documents:", "rules: [ours.yaml]\ndocuments:")

    return write_


@pytest.mark.parametrize(
    ("change", "options"),
    [
        (lambda: edit("glossary.yaml", "until: 2026-02-28", "until: 2026-02-27"), {}),
        (lambda: edit("glossary.yaml", "terms:", "# a remark\nterms:"), {}),
        (lambda: renamed("glossary.yaml", "words.yaml"), {}),
        (pack_of_rules("“{said}”"), {}),
        (lambda: edit("msglint.yaml", "audience: internal", "audience: partner"), {}),
        (lambda: edit("msglint.yaml", "[NAM101]", "[NAM]"), {}),
        (lambda: edit("msglint.yaml", "documents:", "severity: {NAM101: note}\ndocuments:"), {}),
        (lambda: edit("msglint.yaml", "documents:", "dated_documents: today\ndocuments:"), {}),
        (None, {"as_of": date(2026, 6, 11)}),
        (None, {"select": ("NAM",)}),
        (None, {"ignore": ("XDC701",)}),
        (None, {"min_certainty": Certainty.POSSIBLE}),
        (None, {"audience": "customer"}),
        (None, {"channel": "flyer"}),
        (None, {"region": "IE"}),
    ],
)  # fmt: skip
def test_what_a_verdict_depends_on_makes_it_forgotten(
    judging: Judging, change: Callable[[], object] | None, options: dict[str, object]
) -> None:
    judging()
    if change:
        change()
    assert judging(standard(**options)) == ALL  # type: ignore[arg-type]
    assert judging(standard(**options)) == UNREADABLE  # type: ignore[arg-type]


@pytest.mark.parametrize("key", ["exclude: [nothing/**]", "fail_on: note"])
def test_what_no_verdict_depends_on_does_not(judging: Judging, key: str) -> None:
    judging()
    edit("msglint.yaml", "documents:", f"{key}\ndocuments:")
    assert judging() == UNREADABLE


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("msglint.running.ingredients.__version__", "9.9"),
        ("sys.version", "4.0"),
        ("msglint.running.ingredients._stamps", lambda folder: iter(["engine.py 1 2"])),
        ("shutil.which", lambda name: sys.executable),
    ],
)
def test_another_program_forgets(judging: Judging, monkeypatch: pytest.MonkeyPatch, name: str, value: object) -> None:
    judging()
    monkeypatch.setattr(name, value)
    assert judging() == ALL


@pytest.mark.parametrize("name", ["MSGLINT_TIME_LIMIT", "TESSDATA_PREFIX"])
def test_other_limits_forget(judging: Judging, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    judging()
    monkeypatch.setenv(name, "7")
    assert judging() == ALL


def test_another_library_forgets(judging: Judging, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    judging()
    (tmp_path / "site-packages" / "pyromark-99.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(tmp_path / "site-packages")
    assert judging() == ALL


@pytest.mark.usefixtures("folder")
def test_another_pipeline_forgets(tmp_path: Path) -> None:
    blank = standard()
    own = replace(blank, settings=replace(blank.settings, model=str(tmp_path)))
    (tmp_path / "meta.json").write_text("{}")
    before = ingredients.ingredients(own)
    (tmp_path / "meta.json").write_text("{ }")
    assert len({before, ingredients.ingredients(own), ingredients.ingredients(blank)}) == 3


def all_of(cache: Path, warnings: list[str]) -> tuple[Verdict, ...]:
    return tuple(judge_all(files(), standard(), 1, cache, warnings.append))


def not_sqlite(file: Path) -> None:
    file.write_bytes(b"no database at all" * 100)


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:5000])


def scribbled(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[4096:] = bytes(byte ^ 0x55 for byte in data[4096:])
    file.write_bytes(data)


@pytest.mark.parametrize("damage", [not_sqlite, cut, scribbled])
def test_a_damaged_file_is_told_once_and_begun_anew(cache: Path, damage: Callable[[Path], None]) -> None:
    warnings: list[str] = []
    truth = all_of(cache, warnings)
    damage(cache / database.FILE_NAME)
    assert not warnings
    assert all_of(cache, warnings) == truth
    assert len(warnings) == 1
    assert "begins it anew" in warnings[0]
    assert all_of(cache, warnings) == truth
    assert len(warnings) == 1


def test_flipped_bits_change_no_result(cache: Path) -> None:
    truth = all_of(cache, [])
    file = cache / database.FILE_NAME
    data = file.read_bytes()
    for at in range(len(data) // 3, len(data), len(data) // 60):
        file.write_bytes(data[:at] + bytes([data[at] ^ 4]) + data[at + 1 :])
        assert all_of(cache, []) == truth
        file.write_bytes(data)


@pytest.mark.parametrize("column", ["verdict", "digest", "stamp", "used", "sum"])
@pytest.mark.parametrize("value", [None, 3, "text", b"\x80\x05N."])
def test_strange_values_change_no_result(cache: Path, column: str, value: object) -> None:
    truth = all_of(cache, [])
    with closing(sqlite3.connect(cache / database.FILE_NAME)) as connection, connection:
        connection.execute(f"UPDATE results SET {column} = ?", (value,))
    assert all_of(cache, []) == truth


def test_a_locked_file_is_told_once(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "_PATIENCE", 0.01)
    warnings: list[str] = []
    truth = all_of(cache, warnings)
    with closing(sqlite3.connect(cache / database.FILE_NAME, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        assert all_of(cache, warnings) == truth
    assert len(warnings) == 1
    assert "locked" in warnings[0]
    assert (cache / database.FILE_NAME).exists()


def test_a_file_that_may_not_be_written_is_read_and_told_once(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    truth = all_of(cache, [])

    def read_only(file: Path) -> sqlite3.Connection:
        return sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True, isolation_level=None)

    monkeypatch.setattr(database, "opened", read_only)
    warnings: list[str] = []
    assert all_of(cache, warnings) == truth
    assert not warnings  # nothing new to write
    write("new.md", "Our Business Lunch.\n")
    assert [verdict for verdict in all_of(cache, warnings) if "new.md" not in verdict.path] == list(truth)
    assert len(warnings) == 1
    assert "--no-cache" in warnings[0]


def test_runs_at_the_same_time_share_it(cache: Path, folder: Path) -> None:
    for number in range(300):
        write(f"many/{number}.md", f"Our Business Lunch {number}.\n" * 40)
    command = [sys.executable, "-m", "msglint", "check", "texts", "--format", "json", "--cache-dir", str(cache)]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(4)]
    outcomes = {run.communicate() for run in runs}
    assert len(outcomes) == 1
    assert b"cannot be used" not in outcomes.pop()[1]
    assert database.count(cache / database.FILE_NAME) == 300 + len(DOCUMENTS) - len(UNREADABLE)


def test_a_file_in_the_folders_place_is_told_once(cache: Path) -> None:
    cache.write_text("a file")
    warnings: list[str] = []
    assert all_of(cache, warnings) == all_of(cache.parent / "other", [])
    assert len(warnings) == 1
    assert "--cache-dir" in warnings[0]


def test_it_stays_within_its_bound_and_forgets_what_is_oldest(
    judging: Judging, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(400):
        write(f"old-{number}.md", f"Our Business Lunch {number}.\n")
    judging()
    file = cache / database.FILE_NAME
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE results SET used = used - 9")
    monkeypatch.setattr(database, "MOST_BYTES", file.stat().st_size)
    for number in range(400):
        os.remove(f"texts/old-{number}.md")
    for number in range(100):
        write(f"new-{number}.md", "Our Business Lunch.\n")
    judging()
    assert file.stat().st_size <= database.MOST_BYTES
    assert judging() == UNREADABLE
    for number in range(400):
        write(f"old-{number}.md", f"Our Business Lunch {number}.\n")
    forgotten = judging()
    assert sum(name.startswith("old-") for name in forgotten) > 50
    assert not any(name.startswith("new-") for name in forgotten)


@pytest.mark.usefixtures("folder")
def test_what_is_unpacked_holds_no_code() -> None:
    verdict = next(judge_all(files(), standard(), 1))
    assert unpack(pack(verdict), verdict.path) == verdict
    for value in (os.getcwd, Path("x"), eval, Standard, [verdict], None, "text"):
        with pytest.raises(ValueError, match="no Verdict"):
            unpack(pickle.dumps(value), "x")
    with pytest.raises(ValueError, match="no Verdict"):
        unpack(b"cos\nsystem\n(S'true'\ntR.", "x")
