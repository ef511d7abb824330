"""The screen never costs a finding: with it and without, everything is found alike."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from unittest.mock import patch

from hypothesis import given, settings, strategies
from msgspec.structs import replace
import pytest

from msglint import registry
from msglint.engine import Standard, Verdict, judge_file
from msglint.engine.run import judge_run
from msglint.glossary.lexicon import compile_lexicon
from msglint.glossary.load import parse_glossary
from msglint.model.judgement import Circumstances, Finding
from msglint.model.scale import Certainty
from msglint.readers import Source
from msglint.rulebook.load import load_rules
from msglint.screen import Screen
from msglint.sources import SourceFile

_GLOSSARY = """
terms:
  - {term: Meals for Teams, type: product, superseded: Business Lunch, price: 12.50 GBP per person}
  - {term: FreshPlate, type: product, admitted: Fresh Plate Box}
  - {term: Fern & Fig, type: brand}
  - {term: Marketing Qualified Lead, admitted: MQL, type: metric, definition: A contact that reached score 60.}
  - {term: Access, type: product, deprecated: Chef's Table}
  - {term: Follow-up SLA, type: sla, facts: {first response: "<= 4 business hours"}}
  - {term: Spring Team Offer, type: offer, item: meals-for-teams, discount: 20%, code: TEAM20,
     valid_from: 2026-04-01, valid_through: 2026-05-31}
  - {term: Autumn Tray, type: product, prices: [{price: 15.00 GBP per person, valid_through: 2026-02-28},
     {price: 95 USD per month, valid_through: 2026-02-28}, {price: 18.00 GBP per person, valid_from: 2026-03-01}]}
  - {term: Autumn Tray Offer, type: offer, item: autumn-tray, amount_off: 3.00 GBP,
     valid_from: 2026-09-01, valid_through: 2026-09-30, require_near: [terms apply]}
"""
_WORDS = (
    "Business Lunch", "business", "lunch", "lunches", "busi", "ness", "Lu", "nch", "buisness", "meals", "teams",
    "for", "4", "Fresh", "Plate", "fresh", "plate", "FreshPlate", "Fern", "Fig", "&", "and", "MQL", "mql", "Access",
    "access", "ACCESS", "chef's", "table", "the", "to the", "An", "is", "any person who", "means",
    "a contact that clicked", "refers to", "Glossary", "TEAM20", "TEAM-20", "TEAM30", "use code", "voucher", "20%",
    "off", "save", "half price", "was", "now", "£12.50", "£10", "10", "12.50 pp", "EUR", "first response", "within",
    "8 hours", "until", "31 May 2026", "offer",
)  # fmt: skip
_PLAIN = (
    "20% off", "Save £3", "save 3 pounds", "a fifth off", "Saves 20%", "early bird discount", "twenty percent off",
    "until 31 May 2026", "Until 30 September", "from 1 April", "1–31 May", "31/05/2026", "Mon. 5 May", "valid", "only",
    "was £20", "now £15", "save 30%", "£20 before,", "USD 95 a month", "$95", "95 dollars", "£15", "£15.00 per person",
    "fifteen pounds", "15 quid a head", "£12.50 a month", "code TEAM30", "voucher: LUNCH15", "TEAM40", "HTML",
    "the first response", "first reply", "within 8 hours", "in a day", "at most 3 business hours", "our team", "dinner",
    "A lead is any person who asked", "“Lead” means a person who asked", "By lead we mean anybody who asked", "LTV",
    "Anyone who asks is a lead", "lead: a person who asked", "MQL = a person", "half price", "The", "and", "is", "a",
)  # fmt: skip
"""What needs no name to be judged, and words around it."""
_PARTS = ("\n\n", "\n\n", "\n\n- ", "\n- ", "\n\n## ", "\n", ". ", ".", ", ", " ", " ", " ", ": ", " – ", "\n\n> ", ";")
_SIGNS = (
    " ", " ", " ", " ", " ", " ", "", "-", "-\n", "\n", "\n\n", "\n- ", "\n\n## ", "**", "*", "_", "`", "[",
    "](https://a.example/b)", "<br>", "<b>", "</b>", "&nbsp;", "&amp;", "\xad", "\xa0", "’s ", ": ", " = ", ", ",
    ". ", "“", "”", " – ", "\n| ", " | ", "\n|---|---|\n", "\n> ", "~~", "![", "](a.png)", "^1^", "<!-- ", " -->",
    "<dl><dt>", "</dt><dd>", "#", "@", "{{ ", " }}", "<div>", "</div>", "\n\n<div>", '<img src="a" alt="', '">', " />",
    '<span title="', "</span>", "<CtaBox />", "<hr>", "  \n", "\\\n", "<td>", "</td>",
    "\n\n<table><tr><td>", "<sup>", "\n1. ", "&#10;", "\n    ",
)  # fmt: skip
_AROUND = (*_PARTS, *_PARTS, *(sign for sign in _SIGNS if sign != "\xad"))


@pytest.fixture(scope="module")
def standard() -> Standard:
    glossary = parse_glossary(_GLOSSARY, "glossary.yaml")
    given_ = Circumstances(date(2026, 6, 10))
    rules = load_rules([], None, examples=False)
    return Standard(glossary, compile_lexicon(glossary), rules, given_, min_certainty=Certainty.POSSIBLE)


@contextmanager
def _unscreened() -> Iterator[None]:
    everything = frozenset(registry.names("msglint.finders"))
    with (
        patch.object(Screen, "skimmed", lambda *_: None),
        patch.object(Screen, "skimmed_as_read", lambda *_: None),
        patch.object(Screen, "finders_of", lambda *_: everything),
    ):
        yield


def _judged(data: bytes, path: str, standard: Standard) -> tuple[Verdict, tuple[Finding, ...]]:
    verdict = judge_file(SourceFile(path, data=data), standard)
    return verdict, judge_run([verdict], standard)


def _assert_alike(data: bytes, path: str, standard: Standard) -> None:
    screened, across = _judged(data, path, standard)
    with _unscreened():
        whole, whole_across = _judged(data, path, standard)
    assert across == whole_across
    assert replace(screened, judged_as=None) == replace(whole, judged_as=None)


@settings(max_examples=300, deadline=None)
@given(
    parts=strategies.lists(
        strategies.tuples(strategies.sampled_from(_WORDS), strategies.sampled_from(_SIGNS)), max_size=14
    ),
    format=strategies.sampled_from(("md", "txt")),
)
def test_words_of_names_among_markup_are_found_alike(
    standard: Standard, parts: list[tuple[str, str]], format: str
) -> None:
    text = "".join(word + sign for word, sign in parts)
    _assert_alike(text.encode(), f"a.{format}", standard)


@settings(max_examples=300, deadline=None)
@given(
    parts=strategies.lists(
        strategies.tuples(strategies.sampled_from(_PLAIN), strategies.sampled_from(_AROUND)),
        min_size=1,
        max_size=9,
    ),
    around=strategies.booleans(),
    format=strategies.sampled_from(("md", "md", "txt", "html")),
)
def test_what_needs_no_name_is_found_alike(
    standard: Standard, parts: list[tuple[str, str]], around: bool, format: str
) -> None:
    text = "".join(word + part for word, part in parts)
    if around:  # so much that only a few blocks of it matter
        text = "\n\n".join(("Nothing is said here. " * 60, text, "Nothing is said there. " * 60))
    _assert_alike(text.encode(), f"2026-05-06-post.{format}" if len(parts) % 3 == 0 else f"a.{format}", standard)


def test_what_stands_near_the_beginning_is_found_alike(standard: Standard) -> None:
    _assert_alike("20% off\n\n20% off\n\n> “Lead” means a person who asked\n\n".encode(), "a.txt", standard)


_YAML_SIGNS = (
    " ", " ", " ", ": ", ", ", ". ", "'", '"', "\n  ", "\n\n  ", "\n- ", "\nsummary: ", "\n  text: ", "]", "{", " # ",
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(
    before=strategies.sampled_from(
        ("title: ", "summary: ", 'summary: "', "list:\n- ", "text: >\n  ", "x: [", "date: ")
    ),
    parts=strategies.lists(
        strategies.tuples(strategies.sampled_from(_WORDS), strategies.sampled_from(_YAML_SIGNS)), max_size=8
    ),
    after=strategies.sampled_from(("", '"', "]", "'")),
)
def test_words_in_front_matter_are_found_alike(
    standard: Standard, before: str, parts: list[tuple[str, str]], after: str
) -> None:
    values = "".join(word + sign for word, sign in parts)
    _assert_alike(f"---\n{before}{values}{after}\n---\n\nHello there.\n".encode(), "a.md", standard)


@pytest.mark.parametrize(
    "line", ["summary: {}", 'summary: "{}"', "- {}", "list: [{}]", "x: {{y: {}}}", "a:\n  b: |\n    {}"]
)
def test_a_definition_in_front_matter_is_read(standard: Standard, line: str) -> None:
    said = line.format("A gadgeteer is a person who asked us to call.")
    skim = standard.screen.skimmed(Source("a.md", f"---\n{said}\n---\n\nHello.\n".encode()), "md")
    assert skim is None or standard.screen.need(skim) is not None


_DOCUMENTS = sorted(
    path
    for folder in ("examples", "docs", "tests")
    for path in (Path(__file__).parents[2] / folder).rglob("*")
    if path.suffix in (".md", ".txt") and path.stat().st_size < 200_000
)


def test_every_text_of_this_project_is_found_alike(standard: Standard) -> None:
    assert _DOCUMENTS
    for path in _DOCUMENTS:
        _assert_alike(path.read_bytes(), path.name, standard)


@pytest.mark.parametrize("text", ["Nothing of ours.", "# A title\n\n- An item\n", "The price was cut."])
def test_what_says_nothing_of_ours_is_not_read(standard: Standard, text: str) -> None:
    with patch("msglint.engine.read") as read:
        judge_file(SourceFile("a.md", data=text.encode()), standard)
    read.assert_not_called()


@pytest.mark.parametrize("text", ["Business Lunch", "msglint: off", "Busi<b>ness</b> lunch", "buisness lunch"])
def test_what_may_say_something_is_read(standard: Standard, text: str) -> None:
    skim = standard.screen.skimmed(Source("a.md", text.encode()), "md")
    assert skim is None or standard.screen.need(skim) is not None
