"""Days and times of a spreadsheet, which stores them as numbers, as their format code shows them.

A day written in numbers only is given as 2026-06-10 whatever the order in the code: read as it stands, "06/10/2026"
could be either day, and the file knows which.
"""

from datetime import datetime, timedelta
from decimal import Decimal

from msglint.formats.sheets.format_codes import Token

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LAST = 2958466  # the day after 9999-12-31


def shown(serial: Decimal, tokens: tuple[Token, ...], *, since_1904: bool = False) -> str | None:
    """The moment `serial` (days since 1899-12-30, or 1904-01-01); None where it is none or elapsed time is meant."""
    if not 0 <= serial < _LAST - 1462 or any(token.text.startswith("[") for token in tokens):
        return None
    epoch = datetime(1904, 1, 1) if since_1904 else datetime(1899, 12, 30)
    moment = epoch + timedelta(seconds=round(float(serial) * 86400))
    fields = [_field(tokens, index) for index in range(len(tokens))]
    numeric = {field[0] for field in fields if field} >= {"y", "m", "d"} and not any(
        field.startswith(("mmm", "ddd")) for field in fields
    )
    if numeric:
        return f"{moment:%Y-%m-%d %H:%M}" if any(field.startswith("h") for field in fields) else f"{moment:%Y-%m-%d}"
    noon = any(token.kind == "noon" for token in tokens)
    parts = (
        _part(moment, field, noon=noon) if field else _plain(token, moment)
        for token, field in zip(tokens, fields, strict=True)
    )
    return " ".join("".join(parts).split())


def _field(tokens: tuple[Token, ...], index: int) -> str:
    """What a token stands for: y, m, d, h, s by their length, "n" for minutes; "" for anything else."""
    if tokens[index].kind != "date":
        return ""
    field = tokens[index].text.lower()
    if field[0] != "m" or len(field) > 2:
        return field
    others = [(at, token.text[0].lower()) for at, token in enumerate(tokens) if token.kind == "date"]
    here = others.index((index, "m"))
    before = others[here - 1][1] if here else ""
    after = others[here + 1][1] if here + 1 < len(others) else ""
    return "n" * len(field) if before == "h" or after == "s" else field


def _part(moment: datetime, field: str, *, noon: bool) -> str:
    kind, width = field[0], min(len(field), 2)
    if kind == "y":
        return f"{moment.year % 100:02}" if field == "yy" else f"{moment.year:04}"
    if kind == "m" and len(field) > 2:
        return _MONTHS[moment.month - 1][: 3 if len(field) == 3 else None]
    if kind == "d" and len(field) > 2:
        return _DAYS[moment.weekday()][: 3 if len(field) == 3 else None]
    hour = (moment.hour + 11) % 12 + 1 if noon else moment.hour
    number = {"m": moment.month, "d": moment.day, "h": hour, "n": moment.minute, "s": moment.second}.get(kind)
    return "" if number is None else f"{number:0{width}}"


def _plain(token: Token, moment: datetime) -> str:
    if token.kind == "noon":
        return "AM" if moment.hour < 12 else "PM"
    return token.text if token.kind in ("literal", "point", "comma") else ""
