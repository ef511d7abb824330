"""Data made of CLDR is what CLDR says; nothing of prices imports a language model or Babel."""

import subprocess
import sys

import pytest

from tests.prices import cldr


def test_the_baked_tables_are_fresh() -> None:
    babel = pytest.importorskip("babel")
    if babel.__version__ != "2.18.0":
        pytest.skip("baked by Babel 2.18.0, whose CLDR may differ from this one's")
    for name, made in (("currencies.txt", cldr.currency_lines()), ("decimal-commas.txt", cldr.decimal_comma_lines())):
        assert (cldr.DATA / name).read_text(encoding="utf-8").splitlines() == list(made)


def test_prices_import_neither_spacy_nor_babel() -> None:
    code = (
        "import sys, msglint.finders.money, msglint.binders.prices, msglint.checks.price_mismatch; "
        "sys.exit(any(name in sys.modules for name in ('spacy', 'babel')))"
    )
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0
