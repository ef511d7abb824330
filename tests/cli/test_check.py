"""`msglint check`, by its options."""

import json
from pathlib import Path
import re
from typing import Any

from click.testing import Result
import pytest

from msglint import registry

from .conftest import Msglint

FOUND = "stale.md:1:15 NAM101"


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


def as_json(result: Result) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(result.stdout)
    return whole


def codes(result: Result) -> list[str]:
    return [finding["rule"] for finding in as_json(result)["findings"]]


def test_the_working_directory_is_checked_by_default(run: Msglint) -> None:
    result = run("check")
    assert result.exit_code == 1
    assert result.stdout.startswith(FOUND)
    assert len(result.stdout.splitlines()) == 1
    assert "2 documents, 1 finding (1 error)" in result.stderr
    assert "msglint explain NAM101" in result.stderr


def test_what_is_right_is_told_shortly(run: Msglint) -> None:
    result = run("check", "right.md")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "msglint: 1 document, no findings\n")


def test_quiet_says_findings_only(run: Msglint) -> None:
    result = run("check", "--quiet")
    assert (result.exit_code, result.stderr) == (1, "")


def test_the_glossary_is_found_upward(run: Msglint, monkeypatch: pytest.MonkeyPatch) -> None:
    write("deep/er/stale.md", "Business Lunch\n")
    monkeypatch.chdir("deep/er")
    assert run("check").stdout.startswith("stale.md:1:1 NAM101")


def test_without_a_glossary_one_is_shown(run: Msglint) -> None:
    Path("glossary.yaml").unlink()
    result = run("check")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "  - term: Meals for Teams\n" in result.stderr


def test_json_is_whole_and_findings_are_in_it(run: Msglint) -> None:
    whole = as_json(run("check", "--format", "json", "--as-of", "2026-06-10"))
    assert whole["as_of"] == "2026-06-10"
    assert whole["summary"]["documents"] == 2
    (finding,) = whole["findings"]
    assert (finding["path"], finding["said"], finding["suggestion"]) == (
        "stale.md",
        "Business Lunch",
        "Meals for Teams",
    )
    assert re.fullmatch("[0-9a-f]{16,}", finding["fingerprint"])


def test_reports_in_any_mix_are_written_to_files(run: Msglint) -> None:
    result = run("check", "--output", "json=out.json", "--output", "github=out.txt", "--output", "plain.txt")
    assert result.stdout.startswith(FOUND)
    assert json.loads(Path("out.json").read_text(encoding="utf-8"))["summary"]["errors"] == 1
    assert Path("out.txt").read_text(encoding="utf-8").startswith("::error file=stale.md")
    assert Path("plain.txt").read_text(encoding="utf-8") == result.stdout


def test_findings_are_shown_though_a_report_cannot_be_written(run: Msglint) -> None:
    result = run("check", "--output", "json=no/such/folder/out.json")
    assert result.exit_code == 2
    assert result.stdout.startswith(FOUND)
    assert "no/such/folder/out.json: cannot be written" in result.stderr
    assert "make that folder first" in result.stderr


def test_the_other_reports_are_written_though_one_cannot_be(run: Msglint) -> None:
    result = run("check", "--output", "json=no/out.json", "--output", "sarif=out.sarif", "--output", "junit=out.xml")
    assert result.exit_code == 2
    assert json.loads(Path("out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert Path("out.xml").exists()
    assert not list(Path().glob(".msglint-*"))


def test_two_reports_are_never_one_file(run: Msglint) -> None:
    result = run("check", "--output", "json=out", "--output", "sarif=./out")
    assert (result.exit_code, Path("out").exists()) == (2, False)
    assert "2 reports cannot be one file" in result.stderr


def test_an_earlier_report_is_replaced_whole(run: Msglint) -> None:
    write("out.sarif", "x" * 100_000)
    run("check", "--output", "out.sarif")
    assert json.loads(Path("out.sarif").read_text(encoding="utf-8"))["runs"][0]["results"][0]["ruleId"] == "NAM101"


def test_a_report_goes_where_a_link_leads(run: Msglint) -> None:
    write("real.sarif", "")
    try:
        Path("out.sarif").symlink_to("real.sarif")
    except OSError:
        pytest.skip("no links here")
    run("check", "--output", "out.sarif")
    assert Path("out.sarif").is_symlink()
    assert Path("real.sarif").stat().st_size


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="a device of Unix")
def test_a_report_may_go_to_a_device(run: Msglint) -> None:
    assert run("check", "--output", "sarif=/dev/null").exit_code == 1
    assert Path("/dev/null").is_char_device()


def test_what_is_silenced_or_known_is_in_no_report(run: Msglint) -> None:
    run("baseline", "create", "--baseline", "known.txt")
    write("silenced.md", "Our Business Lunch. <!-- msglint: ignore[NAM101] told -->\n")
    write("new.md", "Try the Business Lunch box.\n")
    for name in registry.names("msglint.formatters"):
        shown = run("check", "--baseline", "known.txt", "--format", name).stdout
        assert "new.md" in shown
        assert "stale.md:" not in shown
        assert name == "junit" or not re.search(r"\b(?:stale|silenced)\.md", shown), name


def test_verbose_tells_where_things_come_from(run: Msglint) -> None:
    result = run("check", "--verbose", "right.md")
    assert "glossary: glossary.yaml (found upward)" in result.stderr


@pytest.mark.parametrize("option", [["--format", "jsn"], ["--output", "jsn=x"]])
def test_an_unknown_format_is_told_with_the_known_ones(run: Msglint, option: list[str]) -> None:
    result = run("check", *option)
    assert result.exit_code == 2
    assert "“jsn” is no format; known are concise, csv, full" in result.stderr


@pytest.mark.parametrize(
    ("options", "status"),
    [
        (["--select", "NAM105"], 0),
        (["--select", "QQQ,NAM101"], 2),
        (["--select", "NAM101"], 1),
        (["--select", "nam,GLO"], 1),
        (["--ignore", "NAM101"], 0),
        (["--select", "NAM999"], 2),
        (["--fail-on", "never"], 0),
        (["--fail-on", "error"], 1),
        (["--as-of", "yesterday"], 2),
        (["--as-of", "2026-02-30"], 2),
        (["--jobs", "0"], 2),
        (["--jobs", "3", "--no-cache", "--cache-dir", "x"], 1),
        (["--min-certainty", "sure"], 2),
        (["--glossary", "gone.yaml"], 2),
        (["--config", "gone.yaml"], 2),
        (["--rules", "gone.yaml"], 2),
        (["gone.md"], 2),
        (["tool.xyz"], 2),
    ],
)
def test_exit_status(run: Msglint, options: list[str], status: int) -> None:
    write("tool.xyz", "Business Lunch")
    result = run("check", "stale.md", *options)
    assert result.exit_code == status, result.output
    if status == 2:
        assert result.stderr


def test_what_was_named_and_not_checked_fails_after_all_else_is_told(run: Msglint) -> None:
    result = run("check", "gone.md", "stale.md", "--fail-on", "never")
    assert result.exit_code == 2
    assert result.stdout.startswith(FOUND)
    assert "gone.md: no such file" in result.stderr


def test_an_unreadable_file_is_a_finding_and_named_no_pass(run: Msglint) -> None:
    Path("bad.md").write_bytes(b"\xff\xfe\x00\xd8\x00")
    walked = run("check", "--format", "json", "--ignore", "NAM", "--fail-on", "never")
    assert (walked.exit_code, codes(walked), as_json(walked)["summary"]["unreadable"]) == (0, ["READ001"], 1)
    assert run("check", "--ignore", "NAM").exit_code == 1
    assert run("check", "bad.md", "--fail-on", "never").exit_code == 2
    assert codes(run("check", "--select", "NAM", "--format", "json")) == ["READ001", "NAM101"]


def test_severity_and_ignores_come_from_the_settings(run: Msglint) -> None:
    write("legal/stale.md", "Business Lunch\n")
    write(
        "msglint.yaml", "severity: {NAM101: warning}\nper_file_ignores: {'legal/**': [NAM101]}\nexclude: [stale.md]\n"
    )
    result = run("check", "--format", "json")
    assert (result.exit_code, codes(result)) == (0, [])
    write("msglint.yaml", "severity: {NAM101: warning}\nfail_on: warning\n")
    result = run("check", "stale.md", "--format", "json")
    assert result.exit_code == 1
    assert as_json(result)["findings"][0]["severity"] == "warning"
    assert run("check", "stale.md", "--fail-on", "error").exit_code == 0


def test_a_code_in_the_settings_that_means_no_rule_is_told(run: Msglint) -> None:
    write("msglint.yaml", "severity:\n  nam999: note\nper_file_ignores:\n  a/**: [NAM]\n  b/**: [PRC, prc9]\n")
    result = run("check")
    assert result.exit_code == 2
    assert "msglint.yaml:2: severity: no rule has the code or prefix “NAM999”" in result.stderr
    assert "msglint.yaml:5: per_file_ignores: no rule has the code or prefix “PRC9”" in result.stderr


def test_a_glossary_that_is_not_where_the_settings_say_is_told_there(run: Msglint) -> None:
    write("msglint.yaml", "fail_on: error\nglossary: words/gone.yaml\n")
    result = run("check")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "msglint.yaml:2: there is no glossary at “words/gone.yaml”" in result.stderr
    assert run("check", "stale.md", "--glossary", "glossary.yaml").exit_code == 1


def test_show_config_checks_nothing(run: Msglint) -> None:
    write("msglint.yaml", "fail_on: note\n")
    result = run("check", "--show-config", "--glossary", "other.yaml")
    assert result.exit_code == 0
    lines = {line.partition(":")[0]: line for line in result.stdout.splitlines()}
    assert lines["fail_on"].endswith("# msglint.yaml:1")
    assert lines["glossary"].startswith('glossary: "other.yaml"')
    assert lines["glossary"].endswith("# --glossary")


def test_standard_input_is_plain_text_unless_named(run: Msglint) -> None:
    text = "`Business Lunch` is code in Markdown.\n"
    assert run("check", "-", input=text).stdout.startswith("<stdin>:1:2 NAM101")
    assert run("check", "-", "--stdin-filename", "flyers/a.md", input=text).exit_code == 0
    named = run("check", "-", "--stdin-filename", "flyers/a.md", input="Business Lunch\n")
    assert named.stdout.startswith("flyers/a.md:1:1 NAM101")
    assert run("check", "-", "--stdin-filename", "a.xyz", input=text).exit_code == 2


def test_comments_silence_and_idle_ones_are_told(run: Msglint) -> None:
    write("stale.md", "Business Lunch <!-- msglint: ignore[NAM101] legal -->\n")
    assert run("check").exit_code == 0
    write("stale.md", "Tea <!-- msglint: ignore[NAM101] legal -->\n")
    result = run("check", "--format", "json")
    assert (result.exit_code, codes(result)) == (0, ["GLO804"])
    assert codes(run("check", "--format", "json", "--ignore", "NAM101")) == []


def test_dated_documents_are_judged_as_on_their_own_day(run: Msglint) -> None:
    write("glossary.yaml", "terms:\n- {term: Meals for Teams, valid_from: 2026-03-01, superseded: Business Lunch}\n")
    write("2025-06-06-post.md", "Our Business Lunch is new.\n")
    arguments = ("check", "2025-06-06-post.md", "--as-of", "2026-06-10")
    assert run(*arguments).exit_code == 0
    write("msglint.yaml", "dated_documents: today\n")
    assert run(*arguments).exit_code == 1


def test_a_contradiction_in_the_glossary_is_told_once_beside_the_documents(run: Msglint) -> None:
    write("glossary.yaml", "terms:\n- Meals for Teams\n- {term: Team Meals, admitted: Meals for Teams}\n")
    result = run("check", "--format", "json", "right.md", "stale.md")
    assert [code for code in codes(result) if code.startswith("GLO")] == ["GLO801"]
    assert as_json(result)["summary"]["documents"] == 2
    full = run("check", "--format", "full", "right.md").stdout
    assert "3 | - {term: Team Meals" in full or "2 | - Meals for Teams" in full


def test_glossary_and_settings_are_no_documents(run: Msglint) -> None:
    write("msglint.yaml", "exclude: [stale.md]  # Business Lunch\n")
    assert run("check", ".", "glossary.yaml", "msglint.yaml").exit_code == 0


def test_statistics_count_by_rule_on_standard_error(run: Msglint) -> None:
    result = run("check", "--statistics")
    assert re.search(r"\b1  NAM101  superseded-name", result.stderr)


def test_an_empty_folder_is_told(run: Msglint) -> None:
    Path("empty").mkdir()
    result = run("check", "empty")
    assert result.exit_code == 0
    assert "nothing was checked" in result.stderr


def test_two_runs_give_the_same_bytes(run: Msglint) -> None:
    write("more.txt", "business lunches, Busines Lunch, buisness lunch\n")
    arguments = ("check", "--format", "json", "--as-of", "2026-06-10")
    assert run(*arguments).stdout_bytes == run(*arguments).stdout_bytes


def test_a_comment_that_names_no_rule_is_told(run: Msglint) -> None:
    write("stale.md", "Business Lunch <!-- msglint: ignore[NAM-101] legal -->\n")
    result = run("check", "stale.md", "--format", "json")
    assert (result.exit_code, codes(result)) == (1, ["NAM101", "GLO804"])
    assert "did you mean NAM101?" in as_json(result)["findings"][1]["message"]
    write("stale.md", "Business Lunch <!-- msglint: ignore[superseded-name] legal -->\n")
    assert codes(run("check", "stale.md", "--format", "json")) == []


def test_reports_are_no_documents(run: Msglint) -> None:
    options = ["--output", "out.json", "--output", "out.txt", "--output", "github=git.txt", "--output", "full=full.txt"]
    first = run("check", *options)
    again = run("check", *options)
    assert (again.stdout, again.stderr) == (first.stdout, first.stderr)
    assert run("check", ".", "out.json").stdout == first.stdout
    assert "4 files excluded" not in run("check", "--verbose").stderr  # the glossary is another one
    assert "5 files excluded" in run("check", "--verbose").stderr


def test_what_a_run_is_about_to_write_is_no_document(run: Msglint) -> None:
    write("old.json", '["Business Lunch"]')
    assert "old.json" in run("check").stdout
    assert "old.json" not in run("check", "--output", "old.json").stdout


def test_a_text_that_only_resembles_a_report_is_a_document(run: Msglint) -> None:
    write("own.json", '{"version": 1, "tool": {"name": "other"}, "text": "Business Lunch"}')
    write("own.txt", "Room ABC123 is for the Business Lunch.\n")
    assert run("check", "own.json", "own.txt").stdout.count("NAM101") == 2


@pytest.mark.parametrize(
    ("options", "wanted"),
    [
        (["--output", "out.xyz"], "concise=out.xyz or csv=out.xyz or full=out.xyz"),
        (["--output", "out"], "json=out"),
        (["--format", "github", "--output", "out.json"], "json=out.json or github=out.json"),
    ],
)
def test_a_report_of_no_certain_format_is_asked_about(run: Msglint, options: list[str], wanted: str) -> None:
    result = run("check", *options)
    assert (result.exit_code, result.stdout) == (2, "")
    assert wanted in result.stderr


@pytest.mark.parametrize("options", [["--output", "out.JSON"], ["--format", "json", "--output", "out"]])
def test_the_suffix_or_the_chosen_format_tells_a_report_s(run: Msglint, options: list[str]) -> None:
    run("check", *options)
    assert json.loads(Path(options[-1]).read_text(encoding="utf-8"))["summary"]["errors"] == 1


def test_where_nothing_was_checked_formats_are_listed(run: Msglint) -> None:
    Path("empty").mkdir()
    assert re.search(r"Formats that can be read: .*docx, .*md, ", run("check", "empty").stderr)
    told = " ".join(run("check", "--help").stdout.split())
    assert re.search(r"Formats that can be read: .*docx, .*md, ", told)


def test_the_next_step_is_one_that_works_there(run: Msglint) -> None:
    write("bad.docx", "no zip")
    alone = run("check", "bad.docx").stderr
    assert "`msglint explain READ001`" in alone
    assert "`per_file_ignores` in msglint.yaml" in alone
    assert "a comment" not in alone
    write("more.docx", "no zip")
    assert "a comment `msglint: ignore[NAM101] reason`" in run("check").stderr
    write("own.json", '["Business Lunch"]')
    assert "a comment" not in run("check", "own.json").stderr


def test_a_day_is_told_how_it_is_written(run: Msglint) -> None:
    result = run("check", "--as-of", "2026-13-01")
    assert result.exit_code == 2
    assert "“2026-13-01” is no day: a day is written year-month-day, as in 2026-03-01" in " ".join(
        result.stderr.split()
    )


@pytest.mark.parametrize("suffix", ["docx", "xlsx", "pptx", "pdf", "odt", "png", "msg"])
def test_a_file_of_nothing_that_cannot_be_empty_is_unreadable(run: Msglint, suffix: str) -> None:
    Path(f"a.{suffix}").touch()
    result = run("check", f"a.{suffix}", "--format", "json")
    assert (result.exit_code, codes(result)) == (2, ["READ001"])
    assert as_json(result)["findings"][0]["message"].count("empty") == (suffix not in ("pdf", "png", "msg"))


@pytest.mark.parametrize("suffix", ["txt", "md", "html", "csv", "json"])
def test_a_text_may_be_empty(run: Msglint, suffix: str) -> None:
    Path(f"a.{suffix}").touch()
    assert run("check", f"a.{suffix}").exit_code == 0


def test_findings_come_in_the_order_of_lines(run: Msglint) -> None:
    write(
        "a.md", "See [Business Lunch][1], ![Business Lunch](x.png).\n\n[1]: x 'Business Lunch'\n\nA Business Lunch.\n"
    )
    found = as_json(run("check", "a.md", "--format", "json"))["findings"]
    places = [(finding["line"], finding["column"]) for finding in found]
    assert len(places) >= 3
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("front", "told"),
    [
        (
            "---\ntitle: A\nmsglint: {audiense: internal}\n---\n",
            "a.md:3: “msglint” has no key “audiense”; did you mean “audience”?",
        ),
        (
            "---\nmsglint:\n  audience: internal\n  foo: x\n---\n",
            "a.md:4: “msglint” has no key “foo” (there are audience, ",
        ),
        ("---\nmsglint: {audience: [internal, partner]}\n---\n", "a.md:2: “audience” takes one name, as text"),
        ("---\nmsglint: {channel: 3}\n---\n", "a.md:2: “channel” takes one name, as text"),
        ("---\nmsglint: {channel: }\n---\n", "a.md:2: “channel” takes one name, as text"),
        ("---\nmsglint: internal\n---\n", "a.md:2: “msglint” takes a mapping of audience, channel, region"),
        (
            "+++\ntitle = 'A'\n[msglint]\nchanel = 'flyer'\n+++\n",
            "a.md:4: “msglint” has no key “chanel”; did you mean “channel”?",
        ),
        ("+++\nmsglint = 'flyer'\n+++\n", "a.md:2: “msglint” takes a mapping"),
        ("+++\n[msglint]\nchannel = 3\n+++\n", "a.md:3: “channel” takes one name"),
    ],
)
def test_slips_in_front_matter_are_told_and_change_no_finding(run: Msglint, front: str, told: str) -> None:
    write("a.md", f"{front}\nBusiness Lunch\n")
    result = run("check", "a.md", "--quiet")
    assert told in result.stderr
    assert (len(result.stderr.splitlines()), result.stdout.count("NAM101"), result.exit_code) == (1, 1, 1)


@pytest.mark.parametrize("said", ["{audience: internal}", "{region: NO}", "{Channel: flyer, region: IE}", "", "{}"])
def test_front_matter_that_is_understood_is_not_told(run: Msglint, said: str) -> None:
    write("a.md", f"---\ntitle: A\nmsglint: {said}\nother: {{audiense: x}}\n---\n\nBusiness Lunch\n")
    assert run("check", "a.md", "--quiet").stderr == ""


def test_a_report_on_an_exported_file_names_the_one_it_was_made_from(run: Msglint) -> None:
    write("box.mbox", "From a@b.c Tue Mar  3 10:00:00 2026\nSubject: News\n\nOur Business Lunch.\n")
    assert "beside it" not in run("check", "box.mbox", "--format", "full").stdout
    write("box.md", "Our Business Lunch.\n")
    result = run("check", "box.mbox", "--format", "full")
    assert "help: say “Meals for Teams” in box.md beside it, and export it again" in result.stdout
    assert "beside it" not in run("check", "box.md", "--format", "full").stdout


def test_no_comment_is_promised_to_silence_what_none_does(run: Msglint) -> None:
    write("right.md", "Tea <!-- msglint: ignore[NAM101] legal -->\n")
    told = run("check", "right.md").stderr
    assert "`msglint explain GLO804` says why it matters\n" in told
    write("glossary.yaml", "terms:\n- Meals for Teams\n- {term: Team Meals, admitted: Meals for Teams}\n")
    assert "silences" not in run("glossary", "check").stderr
