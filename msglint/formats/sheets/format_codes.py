"""Number format codes of spreadsheets (ECMA-376 part 1, 18.8.30 and 18.8.31), cut into tokens and sections."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from functools import lru_cache
import re

from msgspec import Struct

from msglint.lazy_pattern import lazy_pattern

BUILT_IN: Mapping[int, str] = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00",
    5: '"$"#,##0_);("$"#,##0)', 6: '"$"#,##0_);("$"#,##0)', 7: '"$"#,##0.00_);("$"#,##0.00)',
    8: '"$"#,##0.00_);("$"#,##0.00)', 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    14: "yyyy-mm-dd", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM",
    20: "h:mm", 21: "h:mm:ss", 22: "yyyy-mm-dd h:mm",
    37: "#,##0 ;(#,##0)", 38: "#,##0 ;(#,##0)", 39: "#,##0.00;(#,##0.00)", 40: "#,##0.00;(#,##0.00)",
    41: '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)', 42: '_("$"* #,##0_);_("$"* (#,##0);_("$"* "-"_);_(@_)',
    43: '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)',
    44: '_("$"* #,##0.00_);_("$"* (#,##0.00);_("$"* "-"??_);_(@_)',
    45: "mm:ss", 46: "h:mm:ss", 47: "mm:ss", 48: "##0.0E+0", 49: "@",
} | dict.fromkeys((*range(27, 37), *range(50, 59)), "yyyy-mm-dd")  # fmt: skip
"""Formats that files name by number only, as in the standard's table for English; 27–36 and 50–58 are dates of East
Asian locales. What is not listed is General."""

_TOKEN = lazy_pattern(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|_(?P<blank>.)|\*(?P<fill>.)|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<general>General)|(?P<noon>AM/PM|A/P)|(?P<exponent>E[+-])|(?P<word>(?![ymdhs]+(?![a-z]))[a-z]{2,})"
    r"|(?P<date>y+|m+|d+|h+|s+)|(?P<digit>[0#?])|(?P<point>\.)|(?P<comma>,)|(?P<percent>%)|(?P<at>@)|(?P<separator>;)|(?P<literal>.)",
    re.IGNORECASE | re.DOTALL,
)
_CONDITION = lazy_pattern(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)")
_ELAPSED = lazy_pattern(r"h+|m+|s+", re.IGNORECASE)


class Token(Struct, frozen=True):
    """`kind`: literal, digit, point, comma, percent, exponent, general, date, noon, at."""

    kind: str
    text: str


class Section(Struct, frozen=True):
    """`condition` is a comparison and the number it is with; None where the section's position says what it is for."""

    tokens: tuple[Token, ...]
    condition: tuple[str, Decimal] | None = None

    def has(self, kind: str) -> bool:
        return any(token.kind == kind for token in self.tokens)


@lru_cache(maxsize=1024)
def sections(code: str) -> tuple[Section, ...]:
    """The sections of a format code: positive, negative, zero, text, or by condition."""
    found: list[Section] = []
    tokens: list[Token] = []
    condition: tuple[str, Decimal] | None = None
    for match in _TOKEN.finditer(code[:500]):
        kind, text = match.lastgroup or "literal", match[match.lastgroup or 0]
        if kind == "separator":
            found.append(Section(tuple(tokens), condition))
            tokens, condition = [], None
        elif kind == "bracket":
            condition = _condition(text) or condition
            tokens += _bracket(text)
        elif kind in ("blank", "fill"):
            tokens.append(Token("literal", " "))
        else:
            tokens.append(Token("literal" if kind in ("quoted", "escaped", "word") else kind, text))
    return (*found, Section(tuple(tokens), condition))


def _condition(text: str) -> tuple[str, Decimal] | None:
    match = _CONDITION.fullmatch(text.strip())
    return (match[1], Decimal(match[2])) if match else None


def _bracket(text: str) -> list[Token]:
    """[$€-407] is a currency, [h] elapsed hours; colours, locales and conditions show nothing."""
    if text.startswith("$"):
        return [Token("literal", text[1:].split("-")[0])]
    return [Token("date", text)] if _ELAPSED.fullmatch(text) else []


def decimal(stored: str) -> Decimal | None:
    """A stored number, to the 15 digits that spreadsheets calculate with; None where it is none."""
    try:
        value = Decimal(stored.strip())
    except InvalidOperation:
        return None
    if not value.is_finite() or not -300 < value.adjusted() < 300:
        return None
    return Decimal(f"{value:.14e}")
