"""`check --changed` and `--changed-since`, in real repositories."""

import json
from pathlib import Path
import shutil
import sys

import pytest

from tests.changed.conftest import Git
from tests.cli.conftest import Msglint
from tests.fixers.packages import docx, runs

OLD = "Ask about our Business Lunch today.\n"
NEW = "Order Business Lunch by noon.\n"


def write(name: str, text: str | bytes) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_bytes(text if isinstance(text, bytes) else text.encode())


def places(run: Msglint, *arguments: str) -> list[str]:
    """Where something is found, each place once: path and line, or path and place."""
    result = run("check", *(arguments or ("--changed",)), "--format", "json")
    findings = json.loads(result.stdout)["findings"]
    assert result.exit_code == int(bool(findings)), result.stderr
    return list(dict.fromkeys(f"{one['path']}:{one['line'] or one['place']}" for one in findings))


def test_nothing_has_changed(run: Msglint, git: Git) -> None:
    assert places(run) == []
    assert "no document has changed" in run("check", "--changed").stderr


def test_only_changed_lines_are_shown(run: Msglint, git: Git) -> None:
    write("stale.md", "New.\n\n" + OLD + "\n" + NEW)
    assert places(run) == ["stale.md:5"]
    git("add", ".")
    assert places(run) == ["stale.md:5"]
    assert "1 changed document, 1 finding (1 error); 1 more where nothing changed" in run("check", "--changed").stderr


@pytest.mark.parametrize("text", ["\n" + OLD, OLD + "\nOrder now.\n", OLD + OLD.replace("Business Lunch", "meal")])
def test_what_stands_beside_a_change_is_not_blamed(run: Msglint, git: Git, text: str) -> None:
    write("stale.md", text)
    assert places(run) == []


def test_a_finding_over_two_lines_counts_by_either(run: Msglint, git: Git) -> None:
    write("stale.md", "Ask about our Business\nLunch today.\n")
    git("commit", "-qam", "wrapped")
    write("stale.md", "Ask about our Business\nLunch tomorrow.\n")
    assert places(run) == ["stale.md:1"]


def test_untracked_files_are_new_and_ignored_ones_are_not(run: Msglint, git: Git) -> None:
    write("new.md", NEW)
    write("ignored.md", NEW)
    write(".gitignore", ".cache/\n.home/\nignored.md\n")
    assert places(run) == ["new.md:1"]
    assert places(run, "--changed", "ignored.md", "new.md") == ["new.md:1"]
    git("add", "-N", "new.md")
    assert places(run) == ["new.md:1"]


def test_a_renamed_file_keeps_what_it_had(run: Msglint, git: Git) -> None:
    write("stale.md", OLD * 9)
    git("commit", "-qam", "longer")
    git("mv", "stale.md", "renamed.md")
    assert places(run) == []
    write("renamed.md", OLD * 9 + "\n" + NEW)
    git("add", ".")
    assert places(run) == ["renamed.md:11"]


def test_a_copy_is_new_and_a_deleted_file_is_nothing(run: Msglint, git: Git) -> None:
    shutil.copy("stale.md", "copy.md")
    Path("right.md").unlink()
    git("add", ".")
    assert places(run) == ["copy.md:1"]


@pytest.mark.parametrize("name", ["a name.md", "Müller.md", 'a "quoted" name.md', "tab\there.md", "line\nbreak.md"])
def test_any_file_name_will_do(run: Msglint, git: Git, name: str) -> None:
    write(name, OLD)
    git("add", ".")
    git("commit", "-qm", "named")
    write(name, OLD + "\n" + NEW)
    found = run("check", "--changed", "--format", "json")
    assert f'"line": {3}' in found.stdout
    assert '"line": 1' not in found.stdout


def test_windows_newlines_and_a_last_line_without_one(run: Msglint, git: Git) -> None:
    git("config", "core.autocrlf", "true")
    write("win.md", OLD.replace("\n", "\r\n") + "\r\nEnd")
    git("add", ".")
    git("commit", "-qm", "win")
    write("win.md", OLD.replace("\n", "\r\n") + "\r\nEnd of Business Lunch")
    assert places(run) == ["win.md:3"]


def test_lines_that_only_end_otherwise_are_no_change_to_git(run: Msglint, git: Git) -> None:
    git("config", "core.autocrlf", "input")
    write("stale.md", OLD.replace("\n", "\r\n"))
    assert places(run) == []


@pytest.mark.parametrize(("before", "after"), [("\n", "\r\n"), ("\r\n", "\n"), ("\n", ""), ("", "\n\nMore.\n")])
def test_how_a_line_ends_is_no_change_of_it(run: Msglint, git: Git, before: str, after: str) -> None:
    write("ends.md", OLD.rstrip() + before)
    git("add", ".")
    git("commit", "-qm", "ends")
    write("ends.md", OLD.rstrip() + after)
    assert places(run) == []


def test_old_mac_newlines_are_compared_by_what_is_said(run: Msglint, git: Git) -> None:
    write("mac.txt", OLD.replace("\n", "\r") + "\rYes.\r")
    git("add", ".")
    git("commit", "-qm", "mac")
    write("mac.txt", OLD.replace("\n", "\r") + "\rYes.\r\r" + NEW)
    assert places(run) == ["mac.txt:5"]


def test_a_new_mode_is_no_change_of_text(run: Msglint, git: Git) -> None:
    Path("stale.md").chmod(0o755)
    assert places(run) == []


def test_an_office_file_is_held_against_its_old_version(run: Msglint, git: Git) -> None:
    write("offer.docx", docx(runs(OLD.strip())))
    git("add", ".")
    git("commit", "-qm", "offer")
    write("offer.docx", docx(runs("A new beginning.") + runs(OLD.strip())))
    assert places(run) == []
    write("offer.docx", docx(runs("Order Business Lunch by noon.") + runs(OLD.strip())))
    assert places(run) == ["offer.docx:paragraph 1"]
    write("offer.docx", docx(runs(OLD.strip()) * 2))
    assert places(run) == ["offer.docx:paragraph 2"]


def test_a_mail_too(run: Msglint, git: Git) -> None:
    head = "Subject: Hello\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n"
    write("mail.eml", head + OLD)
    git("add", ".")
    git("commit", "-qm", "mail")
    write("mail.eml", "X-Mailer: new\n" + head + OLD + "\n" + NEW)
    assert [place.split(":")[1] for place in places(run)] == ["3"]


def test_utf_16_is_binary_to_git(run: Msglint, git: Git) -> None:
    write("wide.txt", OLD.encode("utf-16"))
    git("add", ".")
    git("commit", "-qm", "wide")
    write("wide.txt", (OLD + "\n" + NEW).encode("utf-16"))
    assert places(run) == ["wide.txt:3"]


def test_the_settings_of_users_make_no_difference(run: Msglint, git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        "diff.external": "false", "diff.noprefix": "true", "diff.mnemonicPrefix": "true", "color.ui": "always",
        "diff.context": "9", "diff.interHunkContext": "9", "diff.relative": "true", "core.quotePath": "true",
        "diff.renames": "copies", "diff.upper.textconv": "tr a-z A-Z <", "diff.colorMoved": "zebra",
    }.items():  # fmt: skip
        git("config", name, value)
    monkeypatch.setenv("GIT_DIFF_OPTS", "--unified=9")
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", "false")
    write(".gitattributes", "*.md diff=upper\n")
    write("Ü stale.md", OLD)
    git("add", ".")
    git("commit", "-qm", "attributes")
    write("Ü stale.md", "New.\n\n" + OLD + "\n" + NEW)
    assert places(run) == ["Ü stale.md:5"]


def test_a_folder_below_is_enough(run: Msglint, git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    write("sub/new.md", NEW)
    write("other.md", NEW)
    monkeypatch.chdir("sub")
    assert places(run) == ["new.md:1"]
    assert places(run, "--changed", "..") == ["../other.md:1", "new.md:1"]


def test_before_the_first_commit_everything_is_new(run: Msglint, git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    write("fresh/stale.md", OLD)
    write("fresh/right.md", "Meals for Teams.\n")
    monkeypatch.chdir("fresh")
    git("init", "-q")
    assert places(run) == ["stale.md:1"]
    git("add", ".")
    assert places(run) == ["stale.md:1"]


def test_a_detached_head_a_worktree_and_a_merge_that_is_not_settled(
    run: Msglint, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    git("checkout", "-q", "--detach")
    write("right.md", NEW)
    assert places(run) == ["right.md:1"]
    git("checkout", "-q", "-B", "theirs")
    git("commit", "-qam", "theirs")
    git("checkout", "-q", "main")
    write("right.md", "Meals for Teams, always.\n")
    git("commit", "-qam", "ours")
    with pytest.raises(AssertionError):
        git("merge", "-q", "theirs")
    assert places(run) == ["right.md:4"]
    git("merge", "--abort")
    git("worktree", "add", "-q", "tree", "theirs")
    monkeypatch.chdir("tree")
    assert places(run) == []
    write("right.md", NEW + "\n" + OLD)
    assert places(run) == ["right.md:3"]


def test_several_repositories_and_submodules_each_tell_their_own(
    run: Msglint, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(".git", "other/.git")
    write("other/stale.md", OLD + "\n" + NEW)
    git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", "./.git", "module")
    git("commit", "-qm", "module", "-a")
    write("module/stale.md", OLD + "\n" + NEW)
    write("stale.md", OLD + "\n" + NEW)
    assert places(run) == ["module/stale.md:3", "other/stale.md:3", "stale.md:3"]


def test_since_a_branch_means_since_it_was_left(run: Msglint, git: Git) -> None:
    git("checkout", "-qb", "work")
    write("stale.md", OLD + "\n" + NEW)
    git("commit", "-qam", "work")
    git("checkout", "-q", "main")
    write("right.md", "Meals for Teams and Business Lunch.\n")
    git("commit", "-qam", "main")
    git("checkout", "-q", "work")
    assert places(run, "--changed-since", "main") == ["stale.md:3"]
    assert places(run, "--changed") == []
    write("new.md", NEW)
    assert places(run, "--changed-since", "main") == ["new.md:1", "stale.md:3"]


@pytest.mark.parametrize("since", ["nowhere", "origin/main", "-x", "0" * 40, "HEAD:stale.md"])
def test_what_is_no_commit_is_an_error_with_its_cure(run: Msglint, git: Git, since: str) -> None:
    result = run("check", f"--changed-since={since}")
    assert result.exit_code == 2
    assert f"--changed-since: “{since}” is no commit" in result.stderr


def test_a_shallow_clone_says_how_to_get_the_rest(run: Msglint, git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    git("checkout", "-qb", "work")
    write("new.md", NEW)
    git("add", ".")
    git("commit", "-qm", "work")
    git("checkout", "-q", "main")
    git("commit", "-q", "--allow-empty", "-m", "main")
    url = Path.cwd().as_uri()
    git("clone", "-q", "--depth=1", "--no-single-branch", url, "clone")
    monkeypatch.chdir("clone")
    git("checkout", "-q", "work")
    result = run("check", "--changed-since", "origin/main")
    assert result.exit_code == 2
    assert "have no commit in common" in result.stderr
    assert "git fetch --unshallow" in result.stderr
    assert "fetch-depth: 0" in result.stderr
    git("fetch", "-q", "--unshallow")
    assert places(run, "--changed-since", "origin/main") == ["new.md:1"]


def test_histories_that_never_met(run: Msglint, git: Git) -> None:
    git("checkout", "-q", "--orphan", "alone")
    git("commit", "-qm", "alone")
    result = run("check", "--changed-since", "main")
    assert result.exit_code == 2
    assert "have no commit in common" in result.stderr
    assert "unshallow" not in result.stderr


def test_outside_of_git_there_is_no_telling(run: Msglint, folder: Path) -> None:
    result = run("check", "--changed")
    assert result.exit_code == 2
    assert "right.md: is in no git repository" in result.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_link_out_of_git_ends_no_run_and_counts_when_it_is_new(run: Msglint, git: Git, folder: Path) -> None:
    outside = folder.parent / f"{folder.name}-shared"
    for name in ("all/terms.md", "prices.md"):
        write(str(outside / name), OLD)
    Path("shared").symlink_to(outside / "all")
    Path("prices.md").symlink_to(outside / "prices.md")
    write("stale.md", OLD + "\n" + NEW)
    assert places(run) == ["prices.md:1", "stale.md:3"]
    git("add", "shared", "prices.md")
    git("commit", "-qm", "links")
    assert places(run) == ["stale.md:3"]


def test_git_that_refuses_is_quoted(run: Msglint, git: Git) -> None:
    Path(".git/HEAD").unlink()
    result = run("check", "--changed")
    assert result.exit_code == 2
    assert "git cannot tell what has changed here: fatal: not a git repository" in result.stderr


def test_a_bare_repository_has_no_files_to_ask_about(run: Msglint, git: Git) -> None:
    git("config", "core.bare", "true")
    result = run("check", "--changed")
    assert result.exit_code == 2
    assert "git cannot tell" in result.stderr


def test_without_git_the_error_says_so(run: Msglint, git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    from msglint.changed import git as module

    module._program.cache_clear()
    monkeypatch.setenv("PATH", "")
    result = run("check", "--changed")
    monkeypatch.undo()
    module._program.cache_clear()
    assert result.exit_code == 2
    assert "git: is not installed" in result.stderr


def test_both_options_exclude_each_other(run: Msglint, git: Git) -> None:
    assert run("check", "--changed", "--changed-since", "HEAD").exit_code == 2


def test_standard_input_is_new(run: Msglint, git: Git) -> None:
    result = run("check", "-", "--changed", "--format", "concise", input=NEW)
    assert result.stdout.startswith("<stdin>:1:")


def test_fix_mends_only_changed_lines(run: Msglint, git: Git) -> None:
    write("stale.md", OLD + "\n" + NEW)
    write("untouched.md", OLD)
    git("add", "untouched.md")
    git("commit", "-qm", "untouched")
    result = run("check", "--changed", "--fix")
    assert result.exit_code == 0, result.stdout
    assert Path("stale.md").read_text() == OLD + "\n" + NEW.replace("Business Lunch", "Meals for Teams")
    assert Path("untouched.md").read_text() == OLD


def test_the_glossary_is_told_of_when_it_has_changed(run: Msglint, git: Git) -> None:
    contradiction = Path("glossary.yaml").read_text() + "  - {term: Box, admitted: Meals for Teams}\n"
    write("glossary.yaml", contradiction)
    assert {place.split(":")[0] for place in places(run)} == {"glossary.yaml"}
    git("commit", "-qam", "contradiction")
    write("new.md", "Nothing.\n")
    assert places(run) == []


def test_a_known_finding_on_a_changed_line_is_known(run: Msglint, git: Git) -> None:
    run("baseline", "create")
    write("stale.md", OLD.replace("\n", "  \n") + "\n" + NEW)
    result = run("check", "--changed", "--baseline", "msglint-baseline.txt", "--format", "concise")
    assert [line.split(":")[1] for line in result.stdout.splitlines()] == ["3"]
    assert "1 known from the baseline" in result.stderr
    write("stale.md", OLD + "\n" + OLD)
    result = run("check", "--changed", "--baseline", "msglint-baseline.txt", "--format", "concise")
    assert [line.split(":")[1] for line in result.stdout.splitlines()] == ["3"]
