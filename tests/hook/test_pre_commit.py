"""The hook, run by the real pre-commit in scratch repositories: what is staged is what is judged."""

import os
from pathlib import Path
import re

from docx import Document
import pytest

from msglint.starting.files import documents_pattern
from tests.hook.conftest import HOOKS, RIGHT, ROOT, STALE, commit, git, needs_programs, run, write


@needs_programs
def test_a_stale_name_blocks_the_commit_until_one_command_mends_it(repository: Path) -> None:
    write("flyers/jüne 1.md", STALE)
    status, said = commit()
    assert status == 1
    assert "flyers/jüne 1.md:1:15 NAM101" in said
    assert "`msglint fix` mends 1 of them" in said
    assert run("msglint", "fix", ".").returncode == 0
    assert Path("flyers/jüne 1.md").read_text(encoding="utf-8") == RIGHT
    assert commit()[0] == 0


@needs_programs
@pytest.mark.parametrize(("staged", "unstaged", "status"), [(STALE, RIGHT, 1), (RIGHT, STALE, 0)])
def test_what_is_staged_is_what_is_judged(repository: Path, staged: str, unstaged: str, status: int) -> None:
    write("flyer.md", staged)
    git("add", "flyer.md")
    write("flyer.md", unstaged)
    assert run("git", "commit", "-q", "-m", "Add a flyer").returncode == status
    assert Path("flyer.md").read_text(encoding="utf-8") == unstaged


@needs_programs
def test_a_word_document_is_judged_as_it_is_staged(repository: Path) -> None:
    for text, status in ((STALE, 1), (RIGHT, 0)):
        document = Document()
        document.add_paragraph(text.strip())
        document.save("offer.docx")
        done, said = commit()
        assert done == status
        assert ("offer.docx (paragraph 1) NAM101" in said) == bool(status)


@needs_programs
def test_names_of_files_and_ends_of_lines_as_windows_has_them(repository: Path) -> None:
    write("Überblick für Kunden/ein „Angebot“.txt", "One.\r\n" + STALE.replace("\n", "\r\n"))
    status, said = commit()
    assert status == 1
    assert "Überblick für Kunden/ein „Angebot“.txt:2:15 NAM101" in said
    assert run("msglint", "fix", ".").returncode == 0
    assert Path("Überblick für Kunden/ein „Angebot“.txt").read_bytes() == b"One.\r\n" + RIGHT.encode()[:-1] + b"\r\n"
    assert commit()[0] == 0


@needs_programs
def test_all_files_of_five_hundred(repository: Path) -> None:
    for number in range(500):
        write(f"scripts/team {number // 50}/call {number}.md", STALE if number % 250 == 7 else RIGHT)
    git("add", ".")
    git("commit", "-q", "--no-verify", "-m", "Add them all")
    done = run("pre-commit", "run", "--all-files")
    assert done.returncode == 1
    assert "scripts/team 0/call 7.md:1:15 NAM101" in done.stdout
    assert "scripts/team 5/call 257.md:1:15 NAM101" in done.stdout
    assert done.stdout.count("NAM101 “") == 2


@needs_programs
def test_what_is_deleted_is_not_judged_and_what_is_renamed_is_new(repository: Path) -> None:
    for name in ("gone.md", "moved.md"):
        write(name, STALE)
    git("add", ".")
    git("commit", "-q", "--no-verify", "-m", "Add what is stale")
    Path("gone.md").unlink()
    assert commit()[0] == 0
    Path("moved.md").rename("here.md")
    status, said = commit()
    assert status == 1
    assert "here.md:1:15 NAM101" in said


@needs_programs
def test_a_conflict_settled_wrongly_is_blocked(repository: Path) -> None:
    write("flyer.md", RIGHT)
    write("other.md", RIGHT)
    git("add", ".")
    git("commit", "-q", "-m", "Add a flyer")
    git("switch", "-q", "-c", "theirs")
    write("flyer.md", "Theirs. " + RIGHT)
    git("commit", "-q", "-am", "Write theirs")
    git("switch", "-q", "main")
    write("flyer.md", "Ours. " + RIGHT)
    git("commit", "-q", "-am", "Write ours")
    assert run("git", "merge", "-q", "theirs").returncode == 1
    write("flyer.md", "Both. " + STALE)
    status, said = commit("Merge theirs")
    assert status == 1
    assert "flyer.md:1:21 NAM101" in said
    write("flyer.md", "Both. " + RIGHT)
    assert commit("Merge theirs")[0] == 0


@needs_programs
def test_files_of_other_kinds_are_not_handed_on(repository: Path) -> None:
    write("tool.py", "'Business Lunch'\n")
    assert commit()[0] == 0


@needs_programs
def test_excluded_files_are_passed_over_though_they_are_named(repository: Path) -> None:
    write("msglint.yaml", "exclude: [legal/**]\n")
    write("legal/terms.md", STALE)
    status, said = commit()
    assert status == 0, said


@needs_programs
def test_the_hooks_are_as_pre_commit_wants_them(repository: Path) -> None:
    done = run("pre-commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml"))
    assert done.returncode == 0, done.stdout


def test_the_hook_is_handed_what_can_be_read_and_nothing_else() -> None:
    assert HOOKS["msglint"]["files"] == documents_pattern(), "write this line into .pre-commit-hooks.yaml"


@needs_programs
@pytest.mark.skipif(not os.environ.get("MSGLINT_TRY_REPO"), reason="installs from the network: set MSGLINT_TRY_REPO=1")
def test_the_hooks_install_as_users_install_them(repository: Path) -> None:
    write("flyer.md", STALE)
    git("add", ".")
    done = run("pre-commit", "try-repo", str(ROOT), "--all-files")
    assert "flyer.md:1:15 NAM101" in done.stdout, done.stdout
    assert re.search(r"msglint \(glossary\)\.+Passed", done.stdout), done.stdout
