from hypothesis import given
from hypothesis import strategies as st
import pytest

from msglint.formats.sheets.format_codes import BUILT_IN
from msglint.formats.sheets.number_format import shown


@pytest.mark.parametrize(
    ("stored", "code", "text"),
    [
        ("49.9", "[$€-x] #,##0.00", "€49.90"),
        ("49.9", "[$€-2]\\ #,##0.00", "€49.90"),
        ("49.9", '"€"#,##0.00', "€49.90"),
        ("49.9", "#,##0.00\\ [$€-407]", "49.90 €"),
        ("49.9", '#,##0.00\\ "€";[Red]\\-#,##0.00\\ "€"', "49.90 €"),
        ("-49.9", '#,##0.00\\ "€";[Red]\\-#,##0.00\\ "€"', "-49.90 €"),
        ("49.9", "[$USD] #,##0.00", "USD 49.90"),
        ("1234567.891", "$#,##0.00", "$1,234,567.89"),
        ("-5", "$#,##0.00", "-$5.00"),
        ("49.9", BUILT_IN[44], "$49.90"),
        ("-49.9", BUILT_IN[44], "$(49.90)"),
        ("0", BUILT_IN[44], "$-"),
        ("49.9", '_-[$£-809]* #,##0.00_-;\\-[$£-809]* #,##0.00_-;_-[$£-809]* "-"??_-;_-@_-', "£49.90"),
        ("49.899999999999999", "0.00", "49.90"),
        ("1.0049999999999999", "0.00", "1.01"),
        ("0.125", "0%", "13%"),
        ("0.125", "0.0%", "12.5%"),
        ("1500000", '0.0,,"M"', "1.5M"),
        ("1500000", '#,##0,"k"', "1,500k"),
        ("49.9", "#,##0.00 EUR", "49.90 EUR"),
        ("2", "0 pcs", "2 pcs"),
        ("12", "0.0#", "12.0"),
        ("12", "0.##", "12"),
        ("12.3", "#.##", "12.3"),
        ("0.5", "#.0", ".5"),
        ("7", "000", "007"),
        ("8005551234", "000-000-0000", "800-555-1234"),
        ("1234.5", "General", "1234.5"),
        ("100", "General", "100"),
        ("0.1", "General", "0.1"),
        ("12", 'General" per person"', "12 per person"),
        ("2.5", "# ?/?", "2.5"),
        ("12345", "0.00E+00", "1.23E+4"),
        ("5", '[>=10]"many";[<10]"few"', "few"),
        ("5", '"text only"', "text only"),
        ("5", ";;;", ""),
        ("-0.001", "0.00", "0.00"),
        ("46183", "yyyy-mm-dd", "2026-06-10"),
        ("46183", "m/d/yy", "2026-06-10"),
        ("46183", "[$-409]d\\ mmmm\\ yyyy;@", "10 June 2026"),
        ("46183", "dddd, mmm d", "Wednesday, Jun 10"),
        ("46183.5", "dd.mm.yyyy hh:mm", "2026-06-10 12:00"),
        ("0.75", "h:mm AM/PM", "6:00 PM"),
        ("0.75", "hh:mm:ss", "18:00:00"),
        ("-1", "yyyy-mm-dd", "-1"),
        ("nonsense", "0.00", "nonsense"),
        ("1e400", "0.00", "1e400"),
    ],
)
def test_numbers_are_shown_as_their_cell_shows_them(stored: str, code: str, text: str) -> None:
    assert shown(stored, code) == text


def test_workbooks_may_count_from_1904() -> None:
    assert shown("44721", "yyyy-mm-dd", since_1904=True) == "2026-06-10"


CODES = st.text(alphabet='0#?.,%;"\\_*[]$€<>=-E+ymdhs/@ AP()', max_size=25)


@given(st.one_of(st.decimals().map(str), st.floats().map(repr), st.text(max_size=8)), CODES)
def test_no_number_and_no_code_breaks_it(stored: str, code: str) -> None:
    assert isinstance(shown(stored, code), str)


@given(st.integers(-(10**9), 10**9))
def test_two_decimals_and_thousands_agree_with_python(cents: int) -> None:
    assert shown(f"{cents / 100!r}", "#,##0.00").replace(",", "") == f"{cents / 100:.2f}"
    assert shown(str(cents), "#,##0") == f"{cents:,}"
