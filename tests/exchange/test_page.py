"""The page tells every column, and no other."""

from msglint.exchange.tables.columns import COLUMNS
from tests.docs.runner import ROOT

_SHEETS = {"entry": "Entries", "label": "Names", "price": "Prices", "fact": "Facts", "sign_off": "Sign-offs"}


def table() -> str:
    """The table of columns as the page has it."""
    lines = [f"| {each.header} | {_SHEETS[each.group]} | {each.doc} |" for each in COLUMNS]
    return "\n".join(["| Column | Sheet | What it holds |", "| --- | --- | --- |", *lines])


def test_the_columns() -> None:
    assert table() in (ROOT / "docs" / "exchange.md").read_text(encoding="utf-8")
