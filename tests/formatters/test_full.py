"""For people: the line, the words underlined, what to say."""

from msgspec.structs import replace
import pytest
from rich.cells import cell_len

from msglint.formatters.full import render
from msglint.model.document import MASK, Document, Location, Segment
from msglint.text.excerpts import excerpt_of

from .reports import FINDING, found, report


def test_a_finding_is_shown_with_its_line_underlined_and_the_cure() -> None:
    assert render(report(found("Ask about our Business Lunch today.", "Business Lunch"))) == (
        "flyers/june.md:1:15 NAM101 “Business Lunch” is now “Meals for Teams”.\n"
        "  1 | Ask about our Business Lunch today.\n"
        "    |               ^^^^^^^^^^^^^^\n"
        "  help: say “Meals for Teams”\n"
        "\n"
    )


def test_nothing_found_is_nothing_said() -> None:
    assert render(report()) == ""


def carets(text: str, said: str, width: int = 100) -> tuple[str, str]:
    """The source line and the line of carets below it, without their gutters."""
    lines = render(report(found(text, said), text=text), width=width).splitlines()
    return lines[1].partition(" | ")[2], lines[2].partition("| ")[2]


@pytest.mark.parametrize(
    "text",
    [
        "Ask about our Business Lunch today.",
        "\tBusiness Lunch\tis over",
        "東京の昼食 Business Lunch です",
        "🍱🍱 Business Lunch",
        "e\u0301clair Business Lunch",
    ],
)
def test_carets_stand_below_the_words_in_terminal_cells(text: str) -> None:
    line, under = carets(text, "Business Lunch")
    assert under.strip(" ") == "^" * len("Business Lunch")
    assert len(under) - len(under.lstrip(" ")) == cell_len(line[: line.index("Business Lunch")])


def test_wide_words_are_underlined_over_their_whole_width() -> None:
    assert carets("旧名 昼食会 です", "昼食会")[1] == " " * 5 + "^" * 6


@pytest.mark.parametrize("before", [0, 30, 400])
@pytest.mark.parametrize("after", [0, 30, 400])
def test_long_lines_are_cut_around_the_words(before: int, after: int) -> None:
    line, under = carets("a " * before + "Business Lunch" + " b" * after, "Business Lunch", width=80)
    assert "Business Lunch" in line
    assert cell_len(line) <= 80
    assert line.index("Business Lunch") == len(under) - len(under.lstrip(" "))


def test_a_line_of_a_megabyte_is_shown_as_shortly_as_any() -> None:
    line, _ = carets("x" * 500_000 + " Business Lunch " + "y" * 500_000, "Business Lunch", width=80)
    assert cell_len(line) <= 80


def test_words_broken_over_a_line_are_underlined_to_its_end() -> None:
    text = "Ask about our Business\nLunch today."
    finding = replace(FINDING, location=Location("flyers/june.md", 1, 15, 2, 6))
    assert render(report(finding, text=text)).splitlines()[2] == "    |               ^^^^^^^^"


def test_what_could_disturb_a_terminal_is_not_shown() -> None:
    shown = render(report(found("\x1b[2J\u202e Business Lunch", "Business Lunch"), text="\x1b[2J\u202e Business Lunch"))
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_formats_without_lines_show_the_place_and_its_text() -> None:
    finding = replace(FINDING, location=Location("a.docx", place="paragraph 12"), order=(0, 10))
    segment = Segment(f"Ask about Business\nLunch {MASK}.", place="paragraph 12")
    finding = replace(finding, excerpt=excerpt_of(finding, Document("a.docx", "docx", (segment,))))
    shown = render(report(finding))
    assert shown.splitlines() == [
        "a.docx (paragraph 12) NAM101 “Business Lunch” is now “Meals for Teams”.",
        "    | Ask about Business Lunch ….",
        "    |           ^^^^^^^^^^^^^^",
        "  help: say “Meals for Teams”",
        "",
    ]


def test_what_has_no_text_is_shown_by_its_message() -> None:
    finding = replace(FINDING, rule="READ001", location=Location("a.docx"), said="", suggestion=None)
    assert render(report(finding)) == ("a.docx READ001 “Business Lunch” is now “Meals for Teams”.\n\n")


def test_colour_adds_nothing_but_colour() -> None:
    from rich.text import Text

    reported = report(
        found("Ask [bold]about[/] our Business Lunch :smile:", "Business Lunch"),
        text="Ask [bold]about[/] our Business Lunch :smile:",
    )
    colored = render(reported, color=True)
    assert "\x1b[1;31m" in colored
    assert Text.from_ansi(colored).plain.rstrip("\n") == render(reported).rstrip("\n")


def test_many_findings_on_one_line_are_each_shown_shortly() -> None:
    text = "Business Lunch or tea, " * 2_000
    findings = [
        replace(FINDING, location=Location("flyers/june.md", 1, 23 * at + 1, 1, 23 * at + 15), order=(0, 23 * at))
        for at in range(2_000)
    ]
    shown = render(report(*findings, text=text), width=80).splitlines()
    assert len(shown) == 5 * 2_000
    assert all(cell_len(line) <= 82 for line in shown)
    assert {line.lstrip(" |") for line in shown[2::5]} == {"^" * 14}


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_lines_end_at_their_break(line_break: str) -> None:
    text = line_break.join(["tea", "Business Lunch", "tea"])
    finding = replace(FINDING, location=Location("flyers/june.md", 2, 1, 2, 15), order=(0, 5))
    assert render(report(finding, text=text)).splitlines()[1:3] == ["  2 | Business Lunch", "    | ^^^^^^^^^^^^^^"]


def test_a_line_that_is_not_there_is_not_shown() -> None:
    finding = replace(FINDING, location=Location("flyers/june.md", 7, 1, 7, 3))
    assert "|" not in render(report(finding, text="tea"))


def test_the_file_to_correct_instead_is_named() -> None:
    finding = replace(FINDING, location=Location("a.pdf", place="page 2"))
    told = replace(report(finding), made_from={"a.pdf": ("a.docx", "a.md")})
    assert "  help: say “Meals for Teams” in a.docx or a.md beside it, and export it again\n" in render(told)
