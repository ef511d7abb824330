"""What git would not look at."""

from pathlib import Path

import pytest

from msglint.ignores import Patterns, compile_patterns, ignored, outer_levels, patterns_of


@pytest.mark.parametrize(
    ("lines", "path", "verdict"),
    [
        (["drafts/**"], "drafts/a/b.md", True),
        (["drafts/"], "drafts/a.md", True),
        (["*.tmp"], "deep/er/x.tmp", True),
        (["/only-here.md"], "sub/only-here.md", None),
        (["*.md", "!keep.md"], "keep.md", False),
        (["*.md"], "a.txt", None),
        ([], "a.md", None),
    ],
)
def test_patterns_judge_paths_below_their_folder(
    tmp_path: Path, lines: list[str], path: str, verdict: bool | None
) -> None:
    assert Patterns(str(tmp_path), tuple(lines)).verdict(str(tmp_path / path)) is verdict


def test_patterns_say_nothing_of_paths_elsewhere(tmp_path: Path) -> None:
    assert Patterns(str(tmp_path / "a"), ("*",)).verdict(str(tmp_path / "ab" / "x.md")) is None


def test_the_innermost_file_that_speaks_of_a_path_decides(tmp_path: Path) -> None:
    outer = Patterns(str(tmp_path), ("*.md",))
    inner = Patterns(str(tmp_path / "in"), ("!*.md",))
    assert ignored([outer, inner], str(tmp_path / "in" / "a.md"), False) is False
    assert ignored([outer, inner], str(tmp_path / "a.md"), False) is True


def test_lines_that_git_cannot_use_are_left_out(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("!\n# a comment\n\nreal.md\n", encoding="utf-8")
    assert patterns_of(tmp_path / ".gitignore", str(tmp_path)).lines == ("real.md",)


def test_a_pattern_that_means_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="!"):
        compile_patterns(["!"])


def test_levels_above_reach_to_the_root_of_the_repository(tmp_path: Path) -> None:
    repository = tmp_path / "repository"
    (repository / ".git" / "info").mkdir(parents=True)
    (repository / ".git" / "info" / "exclude").write_text("private.md\n", encoding="utf-8")
    (repository / ".gitignore").write_text("build/\n", encoding="utf-8")
    (tmp_path / ".gitignore").write_text("*\n", encoding="utf-8")
    inner = repository / "docs"
    inner.mkdir()
    assert [level.lines for level in outer_levels(str(inner))] == [("private.md",), ("build/",)]


def test_a_worktree_names_where_its_exclude_file_is(tmp_path: Path) -> None:
    common = tmp_path / "main" / ".git"
    own = common / "worktrees" / "other"
    own.mkdir(parents=True)
    (own / "commondir").write_text("../..\n", encoding="utf-8")
    (common / "info").mkdir()
    (common / "info" / "exclude").write_text("private.md\n", encoding="utf-8")
    worktree = tmp_path / "other"
    worktree.mkdir()
    (worktree / ".git").write_text(f"gitdir: {own}\n", encoding="utf-8")
    assert ("private.md",) in [level.lines for level in outer_levels(str(worktree))]


def test_outside_of_any_repository_nothing_above_counts(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("*\n", encoding="utf-8")
    (tmp_path / "docs").mkdir()
    assert outer_levels(str(tmp_path / "docs")) == ()
