"""A company with old findings begins, changes its documents, and burns the old ones down."""

import json
from pathlib import Path
import shutil

import pytest

from tests.cli.conftest import Msglint
from tests.fixers.packages import docx, runs

FILE = "msglint-baseline.txt"
STALE = "Ask about our Business Lunch today.\n"
KNOWN = ("check", "--baseline", FILE, "--format", "concise")


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


def lines() -> list[list[str]]:
    text = Path(FILE).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if not line.startswith("#")]


@pytest.fixture
def begun(run: Msglint) -> Msglint:
    assert run("baseline", "create").exit_code == 0
    return run


def test_what_is_known_is_counted_and_not_shown(begun: Msglint) -> None:
    result = begun(*KNOWN)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "2 documents, no findings; 1 known from the baseline" in result.stderr
    assert begun("check").exit_code == 1


def test_every_report_leaves_it_out_and_json_counts_it(begun: Msglint) -> None:
    report = json.loads(begun("check", "--baseline", FILE, "--format", "json").stdout)
    assert (report["findings"], report["summary"]["findings"], report["summary"]["known"]) == ([], 0, 1)


def test_its_file_is_for_people_and_git(begun: Msglint) -> None:
    text = Path(FILE).read_text(encoding="utf-8")
    assert text.startswith("# msglint baseline 1\n")
    ((fingerprint, *rest),) = lines()
    assert len(fingerprint) == 32
    assert rest == ["1", "NAM101", "certain", "stale.md", "Business Lunch"]


@pytest.mark.parametrize(
    "text",
    [
        "# A title\n\nA new paragraph.\n\n" + STALE,
        "We are open. " + STALE + "So come.\n",
        "Ask about\nour **Business\nLunch** today.\n",
        "* Ask about our Business Lunch today.\n",
    ],
)
def test_it_survives_moves_wraps_markup_and_neighbours(begun: Msglint, text: str) -> None:
    write("stale.md", text)
    assert begun(*KNOWN).stdout == ""


def test_it_survives_another_name_folder_and_format(begun: Msglint) -> None:
    Path("sub").mkdir()
    Path("stale.md").rename("sub/renamed.txt")
    assert begun(*KNOWN).stdout == ""
    Path("sub/renamed.txt").unlink()
    Path("offer.docx").write_bytes(docx(runs("Ask about our Business", " Lunch today.")))
    assert begun(*KNOWN).stdout == ""


def test_it_is_the_same_from_a_folder_below(begun: Msglint, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("sub").mkdir()
    shutil.copy("stale.md", "sub/copy.md")
    monkeypatch.chdir("sub")
    assert begun("check", "..", "--baseline", "../" + FILE, "--format", "concise").stdout.startswith("copy.md:1")


@pytest.mark.parametrize(
    ("name", "text", "at"),
    [
        ("stale.md", STALE + "\nOrder Business Lunch by noon.\n", "stale.md:3:7"),
        ("stale.md", STALE + "\n" + STALE, "stale.md:3:15"),
        ("stale.md", STALE.replace("our", "the new"), "stale.md:1:19"),
        ("a-copy.md", STALE, "a-copy.md:1:15"),
    ],
)
def test_a_new_one_is_shown_though_its_like_is_known(begun: Msglint, name: str, text: str, at: str) -> None:
    write(name, text)
    result = begun(*KNOWN)
    assert [line.split()[0] for line in result.stdout.splitlines()] == [at]
    assert result.exit_code == 1


def test_a_copy_is_new_though_only_it_is_looked_at(begun: Msglint) -> None:
    shutil.copy("stale.md", "copy.md")
    assert begun(*KNOWN, "copy.md").exit_code == 1
    Path("stale.md").unlink()
    assert begun(*KNOWN, "copy.md").exit_code == 0


def test_create_does_not_overwrite_unless_forced(begun: Msglint) -> None:
    write("more.md", "A Business Lunch, please.\n")
    before = Path(FILE).read_bytes()
    result = begun("baseline", "create")
    assert result.exit_code == 2
    assert "is there already: `msglint baseline update`" in result.stderr
    assert Path(FILE).read_bytes() == before
    assert begun("baseline", "create", "--force").exit_code == 0
    assert len(lines()) == 2


def test_update_says_what_it_adds(begun: Msglint) -> None:
    write("more.md", "A Business Lunch, please.\n")
    Path("stale.md").rename("moved.md")
    result = begun("baseline", "update")
    assert result.exit_code == 0
    assert "1 finding added, none removed" in result.stderr
    assert "added: more.md:1:3 NAM101 “Business Lunch”" in result.stderr
    assert {line[4] for line in lines()} == {"more.md", "moved.md"}


def test_check_and_prune_never_add(begun: Msglint) -> None:
    before = Path(FILE).read_bytes()
    write("more.md", "A Business Lunch, please.\n")
    begun(*KNOWN)
    assert "none removed, 1 still known" in begun("baseline", "prune").stderr
    assert Path(FILE).read_bytes() == before


def test_prune_removes_what_is_gone(begun: Msglint) -> None:
    write("stale.md", "Ask about our Meals for Teams today.\n")
    before = Path(FILE).read_bytes()
    result = begun("baseline", "prune", "--check")
    assert result.exit_code == 1
    assert "1 to remove, 0 still known" in result.stderr
    assert "gone: stale.md NAM101 “Business Lunch”" in result.stderr
    assert Path(FILE).read_bytes() == before
    assert begun("baseline", "prune").exit_code == 0
    assert lines() == []
    assert begun("baseline", "prune", "--check").exit_code == 0


def test_prune_lowers_a_count(run: Msglint) -> None:
    write("stale.md", STALE + "\n" + STALE)
    run("baseline", "create")
    assert lines()[0][1] == "2"
    write("stale.md", STALE)
    assert "1 removed, 1 still known" in run("baseline", "prune").stderr
    assert lines()[0][1] == "1"


@pytest.mark.parametrize(
    "arguments",
    [
        ("--select", "PRC"),
        ("--ignore", "NAM"),
        ("right.md",),
        ("--min-certainty", "certain", "right.md"),
    ],
)
def test_prune_judges_only_what_ran(begun: Msglint, arguments: tuple[str, ...]) -> None:
    write("stale.md", "Ask.\n")
    before = Path(FILE).read_bytes()
    assert begun("baseline", "prune", *arguments).exit_code == 0
    assert Path(FILE).read_bytes() == before


def test_a_less_certain_finding_stays_in_a_run_that_shows_none(run: Msglint) -> None:
    write("stale.md", "We ship your Bussiness Lunch.\n")
    run("baseline", "create")
    assert [line[2:4] for line in lines()] == [["NAM102", "likely"]]
    assert "none removed" in run("baseline", "prune", "--min-certainty", "certain").stderr
    write("stale.md", "Ask.\n")
    assert "1 removed" in run("baseline", "prune").stderr


def test_a_baseline_of_possible_findings_is_pruned_as_it_was_made(run: Msglint) -> None:
    write("stale.md", "See business_lunch here.\n")
    run("baseline", "create", "--min-certainty", "possible")
    assert "none removed" in run("baseline", "prune").stderr
    assert lines()


def test_what_cannot_be_read_is_not_gone(begun: Msglint) -> None:
    before = Path(FILE).read_bytes()
    Path("stale.md").unlink()
    Path("stale.md").write_bytes(b"\x00\x01\x02\xff" * 500)
    begun("baseline", "prune")
    assert Path(FILE).read_bytes() == before


def test_no_baseline_is_made_of_half_the_documents(run: Msglint) -> None:
    result = run("baseline", "create", "stale.md", "missing.md")
    assert result.exit_code == 2
    assert "missing.md: no such file" in result.stderr
    assert not Path(FILE).exists()


def test_the_settings_name_it_and_no_baseline_shows_all(begun: Msglint) -> None:
    write("msglint.yaml", f"baseline: {FILE}\n")
    assert begun("check").exit_code == 0
    assert begun("check", "--no-baseline").exit_code == 1
    shown = begun("check", "--show-config").stdout
    assert f'baseline: "{FILE}"' in shown
    assert "# msglint.yaml:1" in shown
    assert begun("check", "--baseline", FILE, "--no-baseline").exit_code == 2


def test_one_that_is_not_there_is_an_error_with_its_cure(run: Msglint) -> None:
    result = run("check", "--baseline", "nowhere.txt")
    assert result.exit_code == 2
    assert "nowhere.txt: no baseline can be read here" in result.stderr
    assert "`msglint baseline create` writes one" in result.stderr


def test_it_is_no_document_itself(begun: Msglint) -> None:
    assert "2 documents, 1 finding" in begun("check").stderr
    assert begun("check", FILE, "--baseline", FILE).exit_code == 0


def test_fix_mends_only_what_is_shown(begun: Msglint) -> None:
    write("stale.md", STALE + "\nOrder Business Lunch by noon.\n")
    result = begun("check", "--fix", "--baseline", FILE)
    assert Path("stale.md").read_text(encoding="utf-8") == STALE + "\nOrder Meals for Teams by noon.\n"
    assert "1 file, 1 place mended" in result.stderr
    assert "1 known from the baseline" in result.stderr
    assert result.exit_code == 0
    assert begun("check", "--diff", "--baseline", FILE).stdout == ""


def test_that_both_names_are_said_is_known_where_the_old_one_is(begun: Msglint) -> None:
    write("stale.md", STALE + "\nOrder Meals for Teams by noon.\n")
    known = begun("check", "--baseline", FILE)
    assert (known.exit_code, known.stdout) == (0, "")
    assert "no findings; 1 known from the baseline" in known.stderr
    write("stale.md", STALE.replace("today", "now") + "\nOrder Meals for Teams by noon.\n")
    assert "NAM108" in begun("check", "--baseline", FILE).stdout


def test_two_branches_that_both_burn_down_merge(begun: Msglint) -> None:
    assert begun("baseline", "prune", "--check").exit_code == 0
    header, *rest = Path(FILE).read_text(encoding="utf-8").splitlines(keepends=True)
    write(FILE, header + "".join(rest[::-1] + rest))
    assert begun(*KNOWN).exit_code == 0
