"""The screen costs no reduction, in sentences or in rows: what is saved between two prices, without any name."""

from hypothesis import given, settings, strategies
from msgspec.structs import replace
import pytest

from msglint.engine import Standard
from msglint.glossary.lexicon import compile_lexicon
from msglint.glossary.load import parse_glossary
from tests.engine import test_screen
from tests.engine.test_screen_office import document, run

standard = test_screen.standard
_HEADS = (
    "Product", "Old price", "New price", "You save", "Price", "Was", "Now", "Discount", "Saving (£)", "£", "GBP",
    "Amount", "Reduced", "Fee per person", "Old   \n   price", "Note",
)  # fmt: skip
_CELLS = (
    "40", "30", "£40", "£30", "25%", "20%", "10", "GBP 40", "40 pp", "40k", "was £40", "now £30", "save 25%", "Food",
    "half price", "£30 was £40", "30 per person", "forty pounds", "49.90", "12,-", "",
)  # fmt: skip


@pytest.fixture(scope="module")
def without_offers(standard: Standard) -> Standard:
    """Nothing but its figures then tells of a reduction."""
    glossary = parse_glossary("terms:\n  - {term: Meals for Teams, type: product}\n", "glossary.yaml")
    return replace(standard, glossary=glossary, lexicon=compile_lexicon(glossary))


@settings(max_examples=300, deadline=None)
@given(data=strategies.data())
def test_reductions_in_rows_are_found_alike(without_offers: Standard, data: strategies.DataObject) -> None:
    width = data.draw(strategies.integers(2, 5))
    head, cells = (
        strategies.lists(strategies.sampled_from(_), min_size=width, max_size=width) for _ in (_HEADS, _CELLS)
    )
    rows = [data.draw(head), *data.draw(strategies.lists(cells, min_size=1, max_size=3))]
    said = ("".join(f"<w:tc><w:p>{run(cell)}</w:p></w:tc>" for cell in row) for row in rows)
    table = "".join(f"<w:tr>{row}</w:tr>" for row in said)
    beside = data.draw(strategies.sampled_from(("It was cheaper.", "Save 25%.", "Nothing.", "Price per person")))
    word = document(f"<w:tbl>{table}</w:tbl><w:p>{run(beside)}</w:p>")
    test_screen._assert_alike(word, "a.docx", without_offers)


_OLD = ("Was", "Before:", "Old price", "Instead of", "Regularly")
_PRICES = (
    "£40", "£30", "GBP 40", "30 GBP", "40.00 EUR", "30.50 pp", "thirty pounds", "40 pounds", "GBP 12.50, 30.50 pp",
    "500k GBP", "eight fifty per person", "40,- €", "30 - 40 euros", "90 pence",
)  # fmt: skip
_LINKS = ("now", "today only", ",", "reduced to", "- save", "you save", "that is", ".", "\n", "on 12 March", "")
_SAVED = ("25%", "20% off", "half price", "a third off", "£10", "GBP 5", "five pounds", "10 pounds off", "50/50 off")


@settings(max_examples=300, deadline=None)
@given(data=strategies.data())
def test_reductions_in_sentences_are_found_alike(without_offers: Standard, data: strategies.DataObject) -> None:
    parts = (_OLD, _PRICES, _LINKS, _PRICES, _LINKS, _SAVED, _LINKS, (*_PRICES, "", ""))
    said = " ".join(data.draw(strategies.sampled_from(part)) for part in parts)
    test_screen._assert_alike(f"{said}\n\nThe end.\n".encode(), "a.md", without_offers)
