"""Four times as much of anything costs about four times as much: nothing that is written is judged in its square."""

from collections.abc import Callable
from datetime import date
import gc
import time

import pytest

from msglint.engine import Standard, judge_file
from msglint.engine.run import judge_run
from msglint.glossary.lexicon import compile_lexicon
from msglint.glossary.load import parse_glossary
from msglint.model.judgement import Circumstances
from msglint.rulebook.load import load_rules
from msglint.sources import SourceFile

_GLOSSARY = """
terms:
  - {term: Meals for Teams, type: product, superseded: Business Lunch, price: 12.50 GBP per person}
  - {term: Breakfast Box, type: product, price: 6.50 GBP per person}
  - {term: Marketing Qualified Lead, admitted: MQL, type: metric, definition: A contact that reached a score of 60.,
     facts: {lead score: ">= 60", window: 30 days}}
  - {term: Spring Team Offer, type: offer, item: meals-for-teams, discount: 20%, code: TEAM20,
     valid_from: 2026-04-01, valid_through: 2026-05-31}
"""
_FEW, _TIMES, _MOST = 150, 4, 9
"""In the square it would be 16 times as much; what is the same for any document makes it less than 4."""
_LEAST = 0.02
"""Seconds of the processor below which there is nothing to compare."""

_MADE: dict[str, Callable[[int], str]] = {
    "names": lambda n: "We bring the Business Lunch to teams.\n\n" * n,
    "names on one line": lambda n: "We bring the Business Lunch to teams. " * n,
    "names in one sentence": lambda n: "Business Lunch and " * n,
    "names that are none": lambda n: "the lunch of a business, a business for lunch " * n,
    "prices": lambda n: "The Breakfast Box costs £6.00 per person.\n\n" * n,
    "prices on one line": lambda n: "The Breakfast Box costs £6.00 per person. " * n,
    "prices in one sentence": lambda n: "Breakfast Box £6.00, " * n,
    "offers": lambda n: "Save 10% with the Spring Team Offer until 31 May 2026.\n\n" * n,
    "offers on one line": lambda n: "Save 10% with TEAM20 until 31 May 2026. " * n,
    "facts": lambda n: "An MQL has a lead score of 50 within 60 days. " * n,
    "definitions": lambda n: "A Widget is any person who clicked.\n\n" * n,
    "brackets": lambda n: "Business Lunch " + "[" * 20 * n + "](" * 20 * n,
    "tags": lambda n: "Business Lunch " + "<b title='" * 20 * n,
    "a long word": lambda n: "Business Lunch " + "businesslunch" * 20 * n,
    "a long word of one letter": lambda n: "Business Lunch " + "x" * 400 * n,
    "suppressions": lambda n: "Business Lunch <!-- msglint: ignore[NAM101] agreed -->\n\n" * n,
    "table rows": lambda n: "Prices\n\n| Product | Price |\n|---|---|\n" + "| Breakfast Box | £6.00 |\n" * n,
    "items": lambda n: "Business Lunch\n\n" + "- Breakfast Box, MQL: any visitor\n" * n,
    "nested quotes": lambda n: "".join(f"{'> ' * (i % 90)}Business Lunch\n\n" for i in range(n)),
    "hyphens": lambda n: "Business Lunch " + "busi-\nness " * n,
}


@pytest.fixture(scope="module")
def standard() -> Standard:
    glossary = parse_glossary(_GLOSSARY, "glossary.yaml")
    rules = load_rules([], None, examples=False)
    return Standard(glossary, compile_lexicon(glossary), rules, Circumstances(date(2026, 6, 10)))


@pytest.mark.parametrize("made", _MADE.values(), ids=_MADE.keys())
def test_time_grows_with_the_text(standard: Standard, made: Callable[[int], str]) -> None:
    _seconds(made(_FEW), standard)  # what is made once, is
    ratios = []
    for _ in range(3):
        few, many = (_seconds(made(count), standard) for count in (_FEW, _FEW * _TIMES))
        ratios.append(many / max(few, _LEAST))
        if ratios[-1] <= _MOST:
            return
    pytest.fail(f"{_TIMES} times as much took {min(ratios):.1f} times as long")


def _seconds(text: str, standard: Standard) -> float:
    """Of the processor, for one document."""
    gc.collect()
    start = time.process_time()
    judge_run([judge_file(SourceFile("a.md", data=text.encode()), standard)], standard)
    return time.process_time() - start


def test_ten_thousand_names_are_compiled_in_time_with_their_number() -> None:
    def seconds(count: int) -> float:
        text = "terms:\n" + "".join(f"  - Offering{n} Kit{n % 97} Plan\n" for n in range(count))
        glossary = parse_glossary(text, "glossary.yaml")
        start = time.process_time()
        compile_lexicon(glossary)
        return time.process_time() - start

    seconds(100)
    assert min(seconds(4000) / seconds(1000) for _ in range(3)) <= _MOST
