"""`check --add-ignores`: each format's own comment, at the line it speaks of, and nothing else changed."""

from pathlib import Path

import pytest

from tests.changed.conftest import Git
from tests.cli.conftest import Msglint
from tests.fixers.packages import docx, runs

WHY = "legal asked for it"
IGNORE = f"msglint: ignore[NAM101] {WHY}"
OFF, ON = f"msglint: off[NAM101] {WHY}", "msglint: on[NAM101]"


def write(name: str, text: str) -> None:
    Path(name).write_bytes(text.encode())


def read(name: str) -> str:
    return Path(name).read_bytes().decode()


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("a.md", "Our Business Lunch.\n", f"Our Business Lunch. <!-- {IGNORE} -->\n"),
        ("a.md", "Our Business Lunch.", f"Our Business Lunch. <!-- {IGNORE} -->"),
        ("a.md", "A Business Lunch.\r\nB.\r\n", f"A Business Lunch. <!-- {IGNORE} -->\r\nB.\r\n"),
        ("a.md", "A Business Lunch  \nB.\n", f"A Business Lunch <!-- {IGNORE} -->  \nB.\n"),
        ("a.md", "# Business Lunch\n", f"# Business Lunch <!-- {IGNORE} -->\n"),
        ("a.md", "| A | B |\n|-|-|\n| Business Lunch | 4 |\n",
         f"| A | B |\n|-|-|\n| Business Lunch | 4 <!-- {IGNORE} --> |\n"),
        ("a.md", "> - Business Lunch\n> - B\n", f"> - Business Lunch <!-- {IGNORE} -->\n> - B\n"),
        ("a.md", "---\ntitle: Business Lunch\n---\n\nText.\n",
         f"---\n# {IGNORE}\ntitle: Business Lunch\n---\n\nText.\n"),
        ("a.md", "<div title='Business Lunch'\n  class=x>\n</div>\n",
         f"<!-- {IGNORE} -->\n<div title='Business Lunch'\n  class=x>\n</div>\n"),
        ("a.md", "Our Business\nLunch is here.\n", f"Our Business <!-- {IGNORE} -->\nLunch is here.\n"),
        ("a.md", "Our Business Lunch. <!-- msglint: ignore[PRC201] old -->\n",
         "Our Business Lunch. <!-- msglint: ignore[PRC201, NAM101] old -->\n"),
        ("a.md", "<!-- msglint: ignore[PRC201] -->\nOur Business Lunch.\n",
         f"<!-- msglint: ignore[PRC201, NAM101] {WHY} -->\nOur Business Lunch.\n"),
        ("a.mdx", "# Business Lunch\n", f"{{/* {IGNORE} */}}\n# Business Lunch\n"),
        ("a.html", "<p>Business Lunch</p>\n", f"<p>Business Lunch</p> <!-- {IGNORE} -->\n"),
        ("a.html", "<p>\n<img alt='Business Lunch'\n src=x></p>\n",
         f"<p>\n<!-- {IGNORE} -->\n<img alt='Business Lunch'\n src=x></p>\n"),
        ("a.yaml", "a: Business Lunch\n", f"# {IGNORE}\na: Business Lunch\n"),
        ("a.yaml", "a:\n  - Business Lunch\n", f"a:\n  # {IGNORE}\n  - Business Lunch\n"),
        ("a.yaml", "a: |\n  One.\n  Business Lunch\n\nb: c\n",
         f"# {OFF}\na: |\n  One.\n  Business Lunch\n# {ON}\n\nb: c\n"),
        ("a.tex", "Ask for\nBusiness Lunch now.\n", f"Ask for\n% {IGNORE}\nBusiness Lunch now.\n"),
        ("a.adoc", "Ask for\nBusiness Lunch now.\n", f"Ask for\n// {IGNORE}\nBusiness Lunch now.\n"),
        ("a.rst", "One.\n\nOur Business Lunch.\n", f"One.\n\n.. {IGNORE}\n\nOur Business Lunch.\n"),
        ("a.rst", "Ask for\nBusiness Lunch.\n", f".. {OFF}\n\nAsk for\nBusiness Lunch.\n\n.. {ON}\n"),
        ("a.po", 'msgid "x"\nmsgstr "Business Lunch"\n', f'# {OFF}\nmsgid "x"\nmsgstr "Business Lunch"\n# {ON}\n'),
        ("a.vtt", "WEBVTT\n\n1\n00:01.000 --> 00:02.000\nAsk.\nBusiness Lunch\n",
         f"WEBVTT\n\nNOTE {IGNORE}\n\n1\n00:01.000 --> 00:02.000\nAsk.\nBusiness Lunch\n"),
        ("a.svg", "<svg xmlns='http://www.w3.org/2000/svg'>\n<text>Business Lunch</text>\n</svg>\n",
         f"<svg xmlns='http://www.w3.org/2000/svg'>\n<text>Business Lunch</text> <!-- {IGNORE} -->\n</svg>\n"),
    ],
)  # fmt: skip
def test_each_format_has_its_own_comment(run: Msglint, name: str, before: str, after: str) -> None:
    write(name, before)
    result = run("check", name, "--add-ignores", WHY, "--format", "concise", "--ignore", "GLO")
    assert read(name) == after
    assert "1 finding silenced in 1 file\n" in result.stderr
    assert (result.exit_code, result.stdout) == (0, "")
    again = run("check", name, "--add-ignores", WHY)
    assert "no findings silenced in no files" in again.stderr
    assert read(name) == after


def test_many_at_once_and_two_on_one_line(run: Msglint) -> None:
    write("many.md", "Business Lunch, Business Lunch.\n\n" + "One Business Lunch.\n\n" * 40)
    result = run("check", "many.md", "--add-ignores", WHY)
    assert "42 findings silenced in 1 file" in result.stderr
    assert read("many.md").count("<!--") == 41
    assert result.exit_code == 0


@pytest.mark.parametrize("name", ["a.txt", "a.csv", "a.json", "a.docx"])
def test_what_holds_no_comments_is_left_alone_and_says_what_to_do(run: Msglint, name: str) -> None:
    data = docx(runs("Business Lunch")) if name.endswith("docx") else b'{"title": "Business Lunch"}'
    Path(name).write_bytes(data)
    result = run("check", name, "--add-ignores", WHY, "--format", "concise")
    assert Path(name).read_bytes() == data
    suffix = name.partition(".")[2]
    assert f"no comments are written into {suffix} files: name the file under `per_file_ignores`" in result.stderr
    assert "msglint baseline create" in result.stderr
    assert result.exit_code == 1


def test_where_no_comment_can_stand_nothing_is_written(run: Msglint) -> None:
    before = "One.\n<div\n\ntitle='Business Lunch'\n\n>x</div>\n"
    write("odd.html", before)
    result = run("check", "odd.html", "--add-ignores", WHY)
    assert read("odd.html") == before
    assert "no comment can stand near it without changing the text" in result.stderr
    assert result.exit_code == 1


def test_other_encodings_stay(run: Msglint) -> None:
    Path("wide.md").write_bytes("Für Business Lunch.\r\n".encode("utf-16"))
    Path("west.md").write_bytes("Für Business Lunch – heute.\n".encode("cp1252"))
    assert run("check", "wide.md", "west.md", "--add-ignores", "früher so").exit_code == 0
    assert Path("wide.md").read_bytes().decode("utf-16").endswith("ignore[NAM101] früher so -->\r\n")
    assert Path("west.md").read_bytes().decode("cp1252").endswith("ignore[NAM101] früher so -->\n")


def test_a_reason_that_the_encoding_lacks_is_not_written(run: Msglint) -> None:
    data = "Für Business Lunch – heute.\n".encode("cp1252")
    Path("west.md").write_bytes(data)
    assert run("check", "west.md", "--add-ignores", "昔の名前").exit_code == 1
    assert Path("west.md").read_bytes() == data


@pytest.mark.parametrize("reason", ["", "  ", "...", "a --> b", "a -- b", "a */", "x]", "two\nlines"])
def test_a_reason_must_say_something_and_end_no_comment(run: Msglint, reason: str) -> None:
    assert run("check", "--add-ignores", reason).exit_code == 2
    assert read("stale.md") == "Ask about our Business Lunch today.\n"


@pytest.mark.parametrize("also", [("--fix",), ("--diff",), ("--watch",), ("-",)])
def test_it_goes_with_nothing_that_writes(run: Msglint, also: tuple[str, ...]) -> None:
    assert run("check", "--add-ignores", WHY, *also, input="").exit_code == 2


def test_only_what_is_shown_is_silenced(run: Msglint, git: Git) -> None:
    write("stale.md", "Ask about our Business Lunch today.\n\nOrder Business Lunch by noon.\n")
    assert run("check", "--changed", "--add-ignores", WHY).exit_code == 0
    lines = read("stale.md").splitlines()
    assert [IGNORE in line for line in lines] == [False, False, True]
    run("baseline", "create")
    write("more.md", "A Business Lunch.\n")
    assert run("check", "--baseline", "msglint-baseline.txt", "--add-ignores", WHY).exit_code == 0
    assert IGNORE not in read("stale.md").splitlines()[0]
    assert IGNORE in read("more.md")


def test_comments_and_glossaries_are_not_silenced(run: Msglint) -> None:
    before = "Fine. <!-- msglint: ignore[NAM101] old -->\n"
    write("idle.md", before)
    result = run("check", "idle.md", "--add-ignores", WHY, "--format", "concise")
    assert read("idle.md") == before
    assert "GLO804" in result.stdout
