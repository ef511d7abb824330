"""Which files a run checks."""

import os
from pathlib import Path
import sys

import pytest

from msglint.errors import ReadError
from msglint.ignores import Patterns
from msglint.sources import SourceFile, Walk, collect
from msglint.text.showing import shown


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(*names: str, text: str = "x") -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")


def walk(*paths: str, exclude: str = "") -> Walk:
    patterns = Patterns(os.getcwd(), tuple(exclude.split()))
    return collect(paths or ["."], patterns, lambda path: path.endswith((".md", ".txt")))


def found(*paths: str, exclude: str = "") -> list[str]:
    return [file.path for file in walk(*paths, exclude=exclude).files]


def test_a_folder_is_walked_in_the_order_of_paths() -> None:
    write("b.md", "a/z.md", "a/b/c.txt", "a.md")
    assert found() == ["a.md", "a/b/c.txt", "a/z.md", "b.md"]


def test_files_without_a_reader_are_kept_in_folders_only() -> None:
    write("a.md", "b.xyz", "c.xyz")
    assert (walk().skipped, walk().problems) == ((os.path.abspath("b.xyz"), os.path.abspath("c.xyz")), ())


def test_named_files_that_cannot_be_checked_are_problems() -> None:
    write("a.md", "b.xyz")
    result = walk("a.md", "b.xyz", "gone.md")
    assert [file.path for file in result.files] == ["a.md"]
    assert [problem.partition(":")[0] for problem in result.problems] == ["b.xyz", "gone.md"]
    assert result.skipped == ()


def test_a_named_folder_that_may_not_be_opened_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("locked").mkdir()
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    assert walk("locked").problems == ("locked: this folder may not be opened",)


def test_a_file_named_twice_and_met_in_a_folder_is_checked_once() -> None:
    write("a.md")
    assert walk(".", "a.md", "./a.md").files == (SourceFile("a.md", os.path.abspath("a.md"), named=True),)


@pytest.mark.parametrize("name", [".hidden/a.md", "~$a.md", "._a.md"])
def test_hidden_folders_and_lock_files_are_passed_over(name: str) -> None:
    write(name)
    assert found() == []


def test_a_hidden_folder_that_is_named_is_meant() -> None:
    write(".hidden/a.md")
    assert found(".hidden") == [".hidden/a.md"]


def test_nested_gitignore_files_are_obeyed() -> None:
    write(".gitignore", text="build/\n*.txt\n")
    write("in/.gitignore", text="!kept.txt\nown.md\n")
    write("build/a.md", "a.txt", "in/kept.txt", "in/own.md", "own.md")
    assert found() == ["in/kept.txt", "own.md"]


def test_gitignore_files_above_count_within_a_repository() -> None:
    write(".git/info/exclude", text="private.md\n")
    write(".gitignore", text="docs/drafts/\n")
    write("docs/drafts/a.md", "docs/private.md", "docs/b.md")
    assert found("docs") == ["docs/b.md"]


def test_an_ignored_folder_or_file_that_is_named_is_meant() -> None:
    write(".gitignore", text="drafts/\n")
    write(".git/HEAD", "drafts/a.md")
    assert found("drafts") == found("drafts/a.md") == ["drafts/a.md"]


def test_exclude_holds_for_named_files_too() -> None:
    write("drafts/a.md", "b.md")
    assert found(".", "drafts/a.md", exclude="drafts/**") == ["b.md"]
    assert walk("drafts/a.md", exclude="drafts/**").problems == ()
    assert walk("drafts/gone.md", exclude="drafts/**").excluded == 1


def test_files_that_steer_msglint_are_no_documents(folder: Path) -> None:
    write("glossary.md", "our-rules/a.md", "our-rules.md", "a.md")
    own = {str(folder / "glossary.md"), str(folder / "our-rules")}
    result = collect([".", "glossary.md"], Patterns(str(folder), ()), lambda path: path.endswith(".md"), own)
    assert [file.path for file in result.files] == ["a.md", "our-rules.md"]
    assert result.problems == ()


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_loops_of_links_are_walked_once(folder: Path) -> None:
    write("a/x.md")
    os.symlink(folder / "a", folder / "a" / "again")
    os.symlink(folder, folder / "a" / "up")
    os.symlink(folder.parent, folder / "a" / "further-up")
    os.symlink("nowhere", folder / "broken.md")
    assert found() == ["a/x.md"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_linked_folder_elsewhere_is_walked(folder: Path) -> None:
    write("elsewhere/x.md", "site/y.md")
    os.symlink(folder / "elsewhere", folder / "site" / "linked")
    assert found("site") == ["site/linked/x.md", "site/y.md"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux allows such names")
def test_names_that_are_no_unicode_are_found_and_read() -> None:
    name = os.fsdecode(b"caf\xe9 \xc3\xbc.md")
    write(name)
    (file,) = walk().files
    assert file.path == name
    assert file.read() == b"x"


def test_a_file_outside_is_shown_relative(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write("a.md", "in/b.md")
    monkeypatch.chdir(folder / "in")
    assert found(str(folder / "a.md")) == ["../a.md"]
    assert shown(folder / "in" / "b.md") == "b.md"


def test_reading_what_is_gone_says_why() -> None:
    with pytest.raises(ReadError, match=r"gone\.md: No such file"):
        SourceFile("gone.md").read()


def test_standard_input_stands_in_its_place() -> None:
    write("a.md", "c.md")
    result = walk().and_input(SourceFile("b.md", named=True, data=b"typed"))
    assert [file.path for file in result.files] == ["a.md", "b.md", "c.md"]
    assert result.files[1].read() == b"typed"


@pytest.mark.skipif(sys.platform == "win32", reason="there are none there")
def test_a_named_pipe_is_not_waited_for() -> None:
    os.mkfifo("a.md")
    result = walk("a.md")
    assert (result.files, walk().files) == ((), ())
    assert result.problems == ("a.md: a pipe or device, no file; hand it in by `-` instead",)


def test_reports_are_left_out() -> None:
    write("a.md", "b.md")
    result = collect([".", "b.md"], Patterns(os.getcwd(), ()), lambda path: True, is_report=lambda path: "b.md" in path)
    assert ([file.path for file in result.files], result.excluded, result.problems) == (["a.md"], 2, ())
