"""Numbers as a spreadsheet shows them: 49.9 as "€49.90", by the format code of their cell.

Written the English way (thousands by comma, decimals by point), since what the reader's own Excel would put there is
not in the file. A currency's sign before a number stands close to it, also where the cell would spread them apart.
"""

from decimal import ROUND_HALF_UP, Decimal, localcontext

from msglint.formats.sheets import date_format
from msglint.formats.sheets.format_codes import Section, Token, decimal, sections
from msglint.lazy_pattern import lazy_pattern

_SPREAD = lazy_pattern(r"(?<=[$€£¥₣₤₦₩₪₫₭₮₱₲₴₵₸₹₺₽₿]) +(?=[\d.(-])")
_WHOLE = lazy_pattern(r"0|-?[1-9][0-9]{0,9}")
"""What a cell without a format shows as it is stored."""
_COMPARE = {
    "<": Decimal.__lt__, "<=": Decimal.__le__, ">": Decimal.__gt__, ">=": Decimal.__ge__, "=": Decimal.__eq__,
    "<>": Decimal.__ne__,
}  # fmt: skip
_LARGEST, _MOST_DECIMALS = 15, 30  # digits before the point, places after it: beyond, numbers are shown as General


def shown(stored: str, code: str = "General", *, since_1904: bool = False) -> str:
    """The number `stored` ("49.9") as the format code shows it; "" where it hides it, `stored` where it is no number.

    since_1904  whether the workbook counts days from 1904
    """
    if code == "General" and _WHOLE.fullmatch(stored):
        return stored
    value = decimal(stored)
    if value is None:
        return stored.strip()
    section, signed = _section(sections(code), value)
    if section is None or section.has("at"):
        return general(value)
    if section.has("date"):
        days = date_format.shown(value, section.tokens, since_1904=since_1904)
        return general(value) if days is None else days
    text = _number(abs(value), section)
    if value < 0 and signed and any(digit in text for digit in "123456789"):
        text = f"-{text.lstrip()}"
    return _SPREAD.sub("", " ".join(text.split()))


def general(value: Decimal) -> str:
    """As a cell without a format shows it: up to 11 digits."""
    if value and not -10 <= value.adjusted() <= 10:
        return f"{value:.5E}"
    with localcontext(prec=11):
        text = f"{+value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _section(found: tuple[Section, ...], value: Decimal) -> tuple[Section | None, bool]:
    """The section that is for this value, and whether a minus is still to be shown."""
    if any(section.condition for section in found[:3]):
        for section in found[:3]:
            if section.condition is None or _COMPARE[section.condition[0]](value, section.condition[1]):
                return section, True
        return None, True
    numeric = found[:3]
    if value < 0 and len(numeric) > 1:
        return numeric[1], False
    if value == 0 and len(numeric) > 2:
        return numeric[2], False
    return numeric[0], True


def _number(value: Decimal, section: Section) -> str:
    tokens = section.tokens
    digits = [index for index, token in enumerate(tokens) if token.kind == "digit"]
    if section.has("general") or not digits:
        return "".join(general(value) if token.kind == "general" else _literal(token) for token in tokens)
    inner = tokens[digits[0] : digits[-1]]
    if section.has("exponent") or any(token.text == "/" for token in inner):
        return f"{value:.2E}" if section.has("exponent") else general(value)
    value *= 100 ** sum(token.kind == "percent" for token in tokens)
    point = next((index for index, token in enumerate(tokens) if token.kind == "point"), len(tokens))
    value /= 1000 ** _thousands(tokens, digits, point)
    places = sum(index > point for index in digits)
    if value.adjusted() > _LARGEST or places > _MOST_DECIMALS:
        return general(value)
    with localcontext(prec=60):
        whole, _, decimals = f"{value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):f}".partition(".")
    return _whole(whole, tokens[:point]) + _decimals(decimals, tokens[point:])


def _thousands(tokens: tuple[Token, ...], digits: list[int], point: int) -> int:
    """How often a number is divided by 1000: once for each comma right behind the last digit, or before the point."""
    count = 0
    for last in {digits[-1], max((index for index in digits if index < point), default=digits[-1])}:
        at = last + 1
        while at < len(tokens) and tokens[at].kind == "comma":
            count, at = count + 1, at + 1
    return count


def _literal(token: Token) -> str:
    return token.text if token.kind in ("literal", "percent") else ""


def _whole(number: str, tokens: tuple[Token, ...]) -> str:
    """The part before the point: digits are put in from the right, those left over into the first place."""
    left = [index for index, token in enumerate(tokens) if token.kind == "digit"]
    grouped = bool(left) and any(token.kind == "comma" for token in tokens[left[0] : left[-1]])
    rest = "" if number == "0" else number
    parts: list[str] = []
    count = 0
    for index in range(len(tokens) - 1, -1, -1):
        token = tokens[index]
        if token.kind != "digit":
            parts.append(_literal(token))
            continue
        taking = len(rest) if index == left[0] else 1
        taken, rest = rest[len(rest) - taking :] if taking else "", rest[: len(rest) - taking]
        for digit in reversed(taken or ("0" if token.text == "0" else "")):
            parts.append("," if grouped and count and count % 3 == 0 else "")
            parts.append(digit)
            count += 1
    return "".join(reversed(parts))


def _decimals(number: str, tokens: tuple[Token, ...]) -> str:
    """The point and what follows it; `#` shows no zeros at the end."""
    parts, at = [], 0
    for index, token in enumerate(tokens):
        if token.kind == "point" and index == 0:
            parts.append(".")
        elif token.kind == "digit":
            idle = token.text != "0" and not number[at:].strip("0")
            parts.append("" if idle else number[at : at + 1])
            at += 1
        else:
            parts.append(_literal(token))
    text = "".join(parts)
    return text[1:] if text.startswith(".") and not text[1:2].isdigit() else text
