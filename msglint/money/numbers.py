"""Figures and number words -> Decimal, and back in the same style."""

from collections.abc import Sequence
from decimal import Decimal
import re
from typing import NamedTuple

from msglint.lazy_pattern import lazy_pattern
from msglint.money.tables import numerals

FIGURES = (
    r"(?:\d{1,3}(?:[.,'’\u00a0\u202f\u2009]\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?|\d{1,9}(?:[.,]\d{1,4}(?!\d))?|[.,]\d{1,4})"
    r"(?:,-|\.-|,–|,—)?"
)
SUFFIX = r"(?i:\s?(?:k|thousand|m|mm|mn|mio|million|bn|b|billion)\b)"
_SCALES = {"k": 3, "thousand": 3, "m": 6, "mm": 6, "mn": 6, "mio": 6, "million": 6, "bn": 9, "b": 9, "billion": 9}
_SPLIT = lazy_pattern(rf"(?P<figures>{FIGURES})\s?(?P<suffix>[a-z]*)", re.IGNORECASE)


class Style(NamedTuple):
    """How figures are written: their marks, decimals, suffix ("K") and ending (",-")."""

    decimal: str
    group: str
    decimals: int
    suffix: str
    ending: str


def parse_figures(written: str, comma: bool = False) -> Decimal | None:
    """The number; `comma`: the document's language has a decimal comma. None where it is none."""
    match = _SPLIT.fullmatch(written.strip())
    if match is None:
        return None
    style = style_of(written, comma)
    figures = match["figures"].removesuffix(style.ending)
    if style.group:
        figures = figures.replace(style.group, "")
    figures = figures.replace(style.decimal, ".") if style.decimal else figures
    try:
        number = Decimal(figures)
    except ArithmeticError:
        return None
    return number.scaleb(_SCALES.get(match["suffix"].lower(), 0))


def style_of(written: str, comma: bool = False) -> Style:
    """How figures are written. A lone mark before exactly three figures groups, unless it is the language's decimal
    mark or nothing but a zero stands before it ("0.115")."""
    match = _SPLIT.fullmatch(written.strip())
    figures, suffix = (match["figures"], written.strip()[match.end("figures") :]) if match else (written, "")
    ending = figures[-2:] if figures[-1:] in "-–—" else ""
    body = figures.removesuffix(ending)
    marks = re.findall(r"[^\d]", body)
    if not marks:
        return Style(",", "", 0, suffix, ending) if comma else Style(".", "", 0, suffix, ending)
    last = marks[-1]
    head, _, tail = body.rpartition(last)
    lone = len(marks) == 1
    grouping = (
        last not in ".,"
        or marks.count(last) > 1
        or (lone and len(tail) == 3 and head.strip("0") and (last == ",") != comma)
    )
    if grouping:
        return Style("," if last == "." else ".", last, 0, suffix, ending)
    group = marks[0] if len(set(marks)) > 1 else ""
    return Style(last, group, len(tail), suffix, ending)


def write_figures(amount: Decimal, written: str, comma: bool = False) -> str:
    """A number in the style of `written`: decimal mark, grouping, suffix, and no fewer decimals than it needs."""
    style = style_of(written, comma)
    scale = _SCALES.get(style.suffix.strip().lower(), 0)
    number = amount.scaleb(-scale)
    needed = max(0, -number.normalize().as_tuple().exponent)  # type: ignore[operator]  # no infinities among prices
    decimals = _decimals(style, needed, bool(scale))
    whole, _, part = f"{number:.{decimals}f}".partition(".")
    grouped = style.group or ("," if style.decimal == "." else ".") if len(whole) > 3 else ""
    if len(whole) > 3 and (style.group or len(re.sub(r"\D.*", "", written)) < 4):
        whole = f"{int(whole):,}".replace(",", grouped)
    if written.lstrip().startswith((".", ",")) and whole == "0":
        whole = ""
    mark = style.decimal or "."
    return whole + (mark + part if part else "") + (style.ending if not part else "") + style.suffix


def _decimals(style: Style, needed: int, scaled: bool) -> int:
    """As many decimals as are written, or as the number needs: two, but behind a suffix ("1.5K") or beside "8.5"."""
    if needed <= style.decimals:
        return style.decimals
    if scaled or (style.decimals == 1 and needed == 1):
        return needed
    return max(needed, 2)


def numeral_pattern() -> str:
    """A run of English number words."""
    words = "|".join(sorted(numerals(), key=len, reverse=True))
    return rf"(?:(?:a\s+(?=hundred|thousand|million))?(?:{words})(?:(?:[\s-]+(?:and\s+)?)(?:{words}))*)"


def parse_words(written: str) -> list[Decimal]:
    """The numbers a run of number words says: [22] for "twenty-two", [8, 50] for "eight fifty"."""
    found: list[Decimal] = []
    total, current, last = 0, 0, ""
    open_ = False
    for word in re.findall(r"[a-z]+", written.lower()):
        if word in ("and", "a"):
            continue
        kind, value = numerals()[word]
        if open_ and not _continues(kind, last, current):
            found.append(Decimal(total + current))
            total, current, last = 0, 0, ""
        if kind == "scale":
            current = (current or 1) * value
            if value >= 1000:
                total, current = total + current, 0
        else:
            current += value
        last, open_ = (f"{kind}{value}" if kind == "scale" else kind), True
    return [*found, Decimal(total + current)] if open_ else []


def _continues(kind: str, last: str, current: int) -> bool:
    """Whether a word of that kind may follow within one number: "twenty-two", "two hundred (and) fifty"."""
    if kind == "scale" or last.startswith("scale"):
        return True
    return kind == "small" and last == "tens" and current % 10 == 0


def say(number: int) -> str:
    """An English number below a million in words, "one hundred and twenty-nine"."""
    names = {value: word for word, (_, value) in numerals().items()}
    if number < 20:
        return names[number]
    if number < 100:
        return names[number - number % 10] + (f"-{names[number % 10]}" if number % 10 else "")
    scale = 1000 if number >= 1000 else 100
    rest = number % scale
    joined = "" if not rest else f" {say(rest)}" if rest >= 100 else f" and {say(rest)}"
    return f"{say(number // scale)} {names[scale]}{joined}"


def write_words(amount: Decimal, written: str) -> Sequence[str]:
    """Words for the whole and for the hundredths ("" for none), with "and" and hyphens as `written` has them."""
    cents = int((amount * 100).to_integral_value())
    whole = say(cents // 100)
    if " and " not in written.lower():
        whole = whole.replace(" and ", " ")
    if "-" not in written and re.search(r"ty [a-z]", written.lower()):
        whole = whole.replace("-", " ")
    return whole, say(cents % 100) if cents % 100 else ""
