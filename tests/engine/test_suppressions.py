"""Comments that silence findings, and comments that silence none."""

import re

import pytest

from msglint.comments import directives
from msglint.model.document import Document
from msglint.model.judgement import Finding, Rule
from msglint.model.scale import Certainty, Severity
from msglint.readers import Source, read
from msglint.suppressions import suppress


def rule(code: str, message: str = "{said}") -> Rule:
    return Rule(code, code.lower(), "any", Severity.ERROR, message, "why", "pack.yaml")


RULES = {code: rule(code) for code in ("NAM101", "NAM105", "GLO804")}


def document(text: str, name: str = "a.md") -> Document:
    return read(Source(name, text.encode()))


def findings(document: Document, code: str = "NAM101") -> list[Finding]:
    """One at each "lunch" (that may break over a line)."""
    return [
        Finding(code, code, Severity.ERROR, Certainty.CERTAIN, "", document.locate(segment, *match.span()), match[0],
                order=(index, match.start()))
        for index, segment in enumerate(document.segments)
        for match in re.finditer(r"lu\s?nch", segment.text)
    ]  # fmt: skip


def lines_left(text: str, name: str = "a.md", code: str = "NAM101") -> list[int | None]:
    read = document(text, name)
    return [finding.location.line for finding in suppress(read, findings(read, code), {})]


def idle(text: str, rules: dict[str, Rule] = RULES, resting: tuple[str, ...] = ()) -> list[tuple[str, int | None]]:
    read = document(text)
    kept = suppress(read, findings(read), rules, resting)
    return [(finding.said, finding.location.line) for finding in kept if finding.rule == "GLO804"]


@pytest.mark.parametrize(
    "text",
    [
        "lunch <!-- msglint: ignore[NAM101] the old menu -->",
        "<!-- msglint: ignore[NAM101] --> lunch",
        "<!-- msglint: ignore[NAM101] -->\nlunch",
        "<!-- msglint: ignore[NAM101]\n over two lines -->\n\nlunch",
        "<!--\nmsglint: ignore[NAM101]\n-->\nlunch",
        "<!-- msglint: ignore[NAM105, NAM1] -->\nlunch",
        "<!-- msglint: ignore -->\nlunch",
        "{# msglint: ignore[NAM] #}\nlunch",
        "[//]: # (msglint: ignore[NAM101] reason)\n\nlunch",
        "lu\nnch <!-- msglint: ignore[NAM101] -->",
        "<!-- msglint: off[NAM101] legal -->\n\nlunch\n\nlunch\n",
    ],
)
def test_silenced(text: str) -> None:
    assert findings(document(text))
    assert lines_left(text) == []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("<!-- msglint: ignore[NAM105] -->\nlunch", [2]),
        ("<!-- msglint: ignore[NAM101] -->\nlunch\nlunch", [3]),
        ("lunch <!-- msglint: ignore[NAM101] -->\nlunch", [2]),
        ("msglint: ignore[NAM101] lunch", [1]),
        ("# msglint: ignore[NAM101]\n\nlunch", [3]),
        ("<!-- see msglint: ignore[NAM101] --> lunch", [1]),
        ("`<!-- msglint: ignore[NAM101] -->` lunch", [1]),
        ("| a | b |\n|---|---|\n| lunch | `<!-- msglint: ignore[NAM101] -->` |", [3]),
        ("```\n<!-- msglint: off[NAM101] -->\n```\nlunch", [4]),
        ("<!-- msglint: off[NAM101] -->\n\nlunch\n\n<!-- msglint: on -->\n\nlunch", [7]),
        ("<!-- msglint: off[NAM101] -->\n\nlunch\n\n<!-- msglint: on[NAM105] -->\n\nlunch", []),
        ("<!-- msglint: off[NAM105] -->\n\nlunch", [3]),
    ],
)
def test_left(text: str, left: list[int]) -> None:
    assert lines_left(text) == left


@pytest.mark.parametrize("opener", ["#", "//", "%", "..", "  #"])
def test_line_comments_count_in_plain_text(opener: str) -> None:
    assert lines_left(f"{opener} msglint: ignore[NAM101] why\nlunch\n\nlunch\n", "a.txt") == [4]


def test_an_address_opens_no_comment() -> None:
    assert lines_left("see http://msglint: ignore[NAM101] lunch\n", "a.txt") == [1]


def test_what_silences_nothing_is_told_where_it_stands() -> None:
    text = "lunch <!-- msglint: ignore[NAM101,NAM105] -->\n\n<!-- msglint: off[NAM105] -->\n\ntea"
    read = document(text)
    found = [finding for finding in suppress(read, findings(read), RULES) if finding.rule == "GLO804"]
    assert [(finding.said, finding.location.line, finding.location.column) for finding in found] == [
        ("NAM105", 1, 35),
        ("NAM105", 3, 19),
    ]
    assert found[0].location.end_column == 41
    assert found[1].order == (1, 0)


@pytest.mark.parametrize(
    ("rules", "resting"),
    [
        ({"GLO804": RULES["GLO804"]}, ()),  # the rule meant did not run
        ({"NAM101": RULES["NAM101"]}, ()),  # GLO804 did not run
        (RULES, ("NAM104",)),  # part of what the prefix means did not run
    ],
)
def test_idleness_is_judged_only_for_rules_that_ran(rules: dict[str, Rule], resting: tuple[str, ...]) -> None:
    assert idle("tea <!-- msglint: ignore[NAM] -->", rules, resting) == []


def test_who_silences_idleness_is_not_idle() -> None:
    assert idle("tea <!-- msglint: ignore[GLO804] -->") == []


def test_a_used_suppression_is_not_idle() -> None:
    assert idle("lunch <!-- msglint: ignore[NAM101] -->") == []


def test_directives_are_found_in_hostile_texts_in_linear_time() -> None:
    text = "<!-- msglint: ignore[NAM101] " * 2_000
    assert len(list(directives(document(text, "a.txt")))) == 2_000


NAMES = {"superseded-name": "NAM101", "name-case": "NAM105", "idle-exception": "GLO804"}


def told(text: str, rules: dict[str, Rule] = RULES) -> list[tuple[str, str]]:
    read = document(text)
    problem = {code: rule(code, "{problem}.") for code in rules}
    kept = suppress(read, findings(read), problem, (), NAMES)
    return [(finding.said, finding.message) for finding in kept if finding.rule == "GLO804"]


@pytest.mark.parametrize("written", ["nam101", "Nam1", "superseded-name", "Superseded-Name"])
def test_codes_in_any_case_and_names_silence(written: str) -> None:
    read = document(f"lunch <!-- msglint: ignore[{written}] the old menu -->")
    assert suppress(read, findings(read), RULES, (), NAMES) == []


@pytest.mark.parametrize(
    ("written", "near"),
    [("NAM-101", "NAM101"), ("NAM999", "NAM10"), ("superseeded-name", "superseded-name"), ("name", "name-case")],
)
@pytest.mark.parametrize("verb", ["ignore", "off", "on"])
def test_what_names_no_rule_silences_nothing_and_is_told(written: str, near: str, verb: str) -> None:
    text = f"lunch <!-- msglint: {verb}[{written}] the old menu -->"
    assert lines_left(text) == [1]
    ((said, message),) = told(text)
    assert said == written
    assert message.startswith(f"No rule has the code, prefix or name “{written}”; did you mean {near}")


def test_what_resembles_nothing_is_told_without_a_guess() -> None:
    ((_, message),) = told("lunch <!-- msglint: ignore[" + "x" * 500 + "] -->")
    assert "did you mean" not in message
    assert "`msglint rules list` shows all" in message


def test_messages_begin_with_a_capital() -> None:
    assert told("tea <!-- msglint: ignore[NAM101] -->") == [
        ("NAM101", "The comment msglint: ignore[NAM101] silences nothing here.")
    ]


def test_each_off_ends_at_the_next_on_that_means_it() -> None:
    text = "\n\n".join(f"<!-- msglint: {each} -->\n\nlunch" for each in ("off[NAM101]", "on[NAM105]", "on[nam]", "off"))
    assert lines_left(text) == [11]


def test_as_many_comments_as_findings_are_judged() -> None:
    text = "lunch <!-- msglint: ignore[NAM101] -->\n" * 3_000 + "tea <!-- msglint: ignore[NAM101] -->"
    read = document(text, "a.html")
    kept = suppress(read, findings(read), RULES)
    assert [(finding.rule, finding.location.line) for finding in kept] == [("GLO804", 3_001)]


def test_as_many_open_switches_as_findings_are_judged() -> None:
    text = "<!-- msglint: off[NAM101] --> lunch\n" * 3_000
    read = document(text, "a.html")
    assert suppress(read, findings(read), RULES) == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("---\n# msglint: ignore[NAM101] old menu\ntitle: lunch\n---\n\n# lunch\n", [6]),
        ("---\ntitle: lunch # msglint: ignore[NAM101] old menu\n---\n\nlunch\n", [5]),
        ("---\ntitle: x\n---\n\n# msglint: ignore[NAM101] a heading\n\nlunch\n", [7]),
        ("+++\n# msglint: ignore[NAM101] old menu\ntitle = 'lunch'\n+++\n", []),
    ],
)
def test_front_matter_has_comments_of_its_own(text: str, lines: list[int]) -> None:
    assert lines_left(text) == lines


_CUES = "1\n00:01.000 --> 00:02.000\nlunch\nand lunch\n\n00:03.000 --> 00:04.000\nlunch\n"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("WEBVTT\n\nNOTE msglint: ignore[NAM101] the caller says so\n\n" + _CUES, [11]),
        ("WEBVTT\n\nNOTE\nmsglint: ignore[NAM101] the caller says so\n\n" + _CUES, [12]),
        ("WEBVTT\n\nNOTE msglint: off[NAM101] the caller says so\n\n" + _CUES, []),
        ("WEBVTT\n\n" + _CUES + "\nNOTE msglint: ignore[NAM101] nothing follows\n", [5, 6, 9]),
        ("WEBVTT\n\n" + _CUES.replace("and", "NOTE msglint: ignore[NAM101]"), [5, 6, 9]),
    ],
)
def test_a_note_in_a_transcript_speaks_of_the_next_cue(text: str, lines: list[int]) -> None:
    found = lines_left(text, "a.vtt")
    assert found == lines


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<!-- msglint: ignore[NAM101] legal asked for it -->\nlunch", []),
        ("<!-- msglint: off[NAM101] legal -->\nlunch\n<!-- msglint: on[NAM101] -->", []),
        ("<!-- msglint: ignore[NAM101] -->\nlunch", ["NAM101"]),
        ("<!-- msglint: ignore[NAM101, NAM105] - -->\nlunch", ["NAM101"]),
        ("<!-- msglint: ignore -->\nlunch", ["msglint: ignore"]),
        ("lunch <!-- msglint: off[NAM] -->\n\n<!-- msglint: ignore[NAM101]:-->\nlunch", ["NAM", "NAM101"]),
        ("`msglint: ignore[NAM101]`", []),
    ],
)
def test_a_comment_without_a_reason_is_told_where_that_is_asked_for(text: str, said: list[str]) -> None:
    rules = {"NAM101": rule("NAM101"), "GLO805": rule("GLO805", "{problem}")}
    read = document(text)
    kept = suppress(read, findings(read), rules)
    assert [finding.said for finding in kept if finding.rule == "GLO805"] == said
