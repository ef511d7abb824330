"""Amounts as people write them."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
import pytest

from msglint.money.notation import notation
from msglint.money.numbers import parse_figures, parse_words, say, write_figures
from msglint.money.scan import amounts

_KNOWN = notation(("EUR", "GBP", "USD"))


@pytest.mark.parametrize(
    ("text", "amount", "currency", "per", "tax"),
    [
        ("£12.50", "12.50", "GBP", (), None),
        ("12,50 €", "12.50", "EUR", (), None),
        ("EUR 12.50", "12.50", "EUR", (), None),
        ("€8.5", "8.5", "EUR", (), None),
        ("$1,550", "1550", "USD", (), None),
        ("$90K", "90000", "USD", (), None),
        ("£1.2m", "1200000", "GBP", (), None),
        ("US$12", "12", "USD", (), None),
        ("$400 USD per night", "400", "USD", ("night",), None),
        ("£12.50 pp", "12.50", "GBP", ("pp",), None),
        ("£12.50pp", "12.50", "GBP", ("pp",), None),
        ("£12.50 a head", "12.50", "GBP", ("head",), None),
        ("$12/user/mo, billed annually", "12", "USD", ("user", "mo"), None),
        ("$12 per user per month", "12", "USD", ("user", "month"), None),
        ("~$99 per GB per month", "99", "USD", ("gb", "month"), None),
        ("Annual fee: $90K", "90000", "USD", ("annual",), None),
        ("£12.50 + VAT per person", "12.50", "GBP", ("person",), "excluded"),
        ("£12.50 a head incl. VAT", "12.50", "GBP", ("head",), "included"),
        ("€149 zzgl. MwSt.", "149", "EUR", (), "excluded"),
        ("149,- €", "149", "EUR", (), None),
        ("1.234,50 €", "1234.50", "EUR", (), None),
        ("7 euro 50 a day", "7.50", "EUR", ("day",), None),
        ("twelve pounds fifty", "12.50", "GBP", (), None),
        ("a hundred and ten euros", "110", "EUR", (), None),
        ("10 pence each", "0.10", "GBP", ("each",), None),
        ("12 quid", "12", "GBP", (), None),
    ],
)
def test_an_amount_is_read(text: str, amount: str, currency: str, per: tuple[str, ...], tax: str | None) -> None:
    (found,) = amounts(text, _KNOWN)
    assert (found.amount, found.per, found.tax) == (Decimal(amount), per, tax)
    assert found.currencies[0] == currency


@pytest.mark.parametrize(
    "text",
    [
        "SW1A 1AA at 12.30", "on 16.02.2026", "020 7946 0135", "five pounds of ham", "20% off", "version 12.50", "12pm",
        "M1, M2 and M3", "1.5 GB", "ISO 9001", "12 people at 8 tables",
        "see https://x.example/?price=£12", "{{price £12}}",
        "two pairs", "TOP 10 ALL 1000",
    ],
)  # fmt: skip
def test_what_is_no_money_is_left_alone(text: str) -> None:
    assert amounts(text, _KNOWN) == []


def test_words_without_a_currency_are_money_only_with_a_unit() -> None:
    (found,) = amounts("That is eight fifty per person.", _KNOWN)
    assert (found.amount, found.currencies) == (Decimal("8.50"), ())
    assert amounts("We open at eight fifty.", _KNOWN) == []


def test_both_ends_of_a_range_know_each_other() -> None:
    low, high = amounts("£12–£15 a head", _KNOWN)
    assert (low.other, high.other) == (Decimal(15), Decimal(12))
    (both,) = amounts("€12–15", _KNOWN)
    assert (both.amount, both.other) == (Decimal(12), Decimal(15))


def test_a_lone_mark_before_three_figures_is_read_by_language() -> None:
    assert parse_figures("1.550") == Decimal("1.550")
    assert parse_figures("1.550", comma=True) == Decimal(1550)
    assert parse_figures("1,550") == Decimal(1550)
    assert parse_figures("1,550", comma=True) == Decimal("1.550")


@pytest.mark.parametrize(
    ("written", "amount", "new"),
    [
        ("12.95", "13.50", "13.50"), ("26", "24", "24"), ("18", "15.50", "15.50"), ("80K", "90000", "90K"),
        ("1.25k", "1550", "1.55k"), ("7.5", "8.5", "8.5"), (".10", "0.12", ".12"), ("1250", "1550", "1550"),
        ("149,-", "129", "129,-"), ("44,90", "39.90", "39,90"),
        ("9.99", "12", "12.00"), ("1,250.00", "1550", "1,550.00"),
        ("999", "1550", "1,550"), ("1.250,00", "990", "990,00"),
    ],
)  # fmt: skip
def test_a_price_is_written_in_the_style_of_the_old_one(written: str, amount: str, new: str) -> None:
    assert write_figures(Decimal(amount), written) == new


@given(st.integers(0, 999_999))
def test_numbers_are_said_and_read_back(number: int) -> None:
    assert parse_words(say(number)) == [Decimal(number)]


@given(st.decimals(0, 99_999, places=2), st.sampled_from(["12.50", "1,250.00", "12,50", "1.250,00"]))
def test_figures_are_written_and_read_back(amount: Decimal, style: str) -> None:
    assert parse_figures(write_figures(amount, style), comma=style[-3] == ",") == amount


@given(st.text(max_size=200))
def test_any_text_is_read_and_spans_lie_in_it(text: str) -> None:
    for found in amounts(text, _KNOWN):
        start, end = found.figure
        assert 0 <= start <= found.number[0] < found.number[1] <= end <= found.phrase[1] <= len(text)
