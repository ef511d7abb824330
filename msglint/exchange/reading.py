"""Sheets, whatever file they came from -> what came in."""

from collections.abc import Sequence

from msgspec.structs import replace

from msglint.agreement.plain import Fields
from msglint.errors import GlossaryError, Problem
from msglint.exchange.capitals import Habit, habit_of
from msglint.exchange.incoming import Incoming, Placed, understood
from msglint.exchange.passing import Arriving
from msglint.exchange.tables.columns import COLUMNS, folded
from msglint.exchange.tables.gathering import Gathering
from msglint.exchange.tables.headers import faults, header_of
from msglint.exchange.tables.sheet import Sheet
from msglint.exchange.tables.succession import close

SETTINGS = ("Setting", "Value")
"""The header of a sheet that holds what is said of the glossary as a whole."""
LISTS = "Lists"
"""The title of a hidden sheet of what may be chosen from."""
HELP = "How to fill in"
"""The title of a sheet that explains the others."""
ABOUT = ("organization", "language", "currency", "owner", "sign_off")


def read_sheets(arriving: Arriving, sheets: Sequence[Sheet], warnings: Sequence[str] = ()) -> Incoming:
    """What the sheets of a file say. Raises GlossaryError with all that is wrong in any of them."""
    told = list(warnings)
    sheets = [sheet for sheet in sheets if sheet.name not in (HELP, LISTS)]
    about = next((found for sheet in sheets if (found := _settings(sheet)) is not None), {})
    defaults = about.get("defaults", {})
    currency = defaults.get("currency") if isinstance(defaults, dict) else None
    gathering = Gathering(arriving.language, str(currency) if currency else arriving.defaults.currency)
    _gather(arriving, sheets, gathering, told)
    habit = habit_of(gathering.entries)
    if habit:
        told.append(habit.warning)
    incoming = understood(
        arriving.path, gathering.entries, _around(arriving, about, gathering.currency), told, gathering.problems
    )
    return replace(incoming, shouted=shouted(incoming, habit))


def shouted(incoming: Incoming, habit: Habit | None) -> frozenset[str]:
    """The ids of the entries of whose capitals a habit says that they mean nothing."""
    entries = enumerate(incoming.glossary.entries)
    return frozenset(entry.id for number, entry in entries if habit and number in habit.entries)


def _gather(arriving: Arriving, sheets: Sequence[Sheet], gathering: Gathering, told: list[str]) -> None:
    columns: set[str] = set()
    for sheet in sheets:
        header = header_of(sheet)
        if header is None:
            if _settings(sheet) is None and any(sheet.rows):
                told.append(f"{sheet.place(0, 1)}: no row has a header with Name or Id, so this sheet was left out")
            continue
        columns |= {column.name for column in header.columns.values()}
        problems, warnings = faults(sheet, header)
        gathering.problems += problems
        told += warnings
        if not problems:
            gathering.sheet(sheet, header)
    if "price.valid_from" in columns and "price.valid_through" not in columns:
        close(gathering.entries)
    if not columns:
        headers = ", ".join(column.header for column in COLUMNS[:4])
        message = f"no row has a header with Name or Id; columns that are known: {headers} … (docs/exchange.md)"
        raise GlossaryError(Problem(arriving.path, message))


def _around(arriving: Arriving, about: Fields, currency: str | None) -> Fields:
    """The keys beside the entries: those of the sheet of settings, else the defaults of the glossary it goes into."""
    said = about.get("defaults")
    defaults: Fields = {"language": arriving.defaults.language}
    if currency:
        defaults["currency"] = currency
    return {**about, "defaults": {**defaults, **(said if isinstance(said, dict) else {})}}


def _settings(sheet: Sheet) -> Fields | None:
    """What a sheet of settings says; None for any other sheet."""
    for number, row in enumerate(sheet.rows[:3], 1):
        if tuple(row[:2]) == SETTINGS:
            return _told(sheet, number)
    return None


def _told(sheet: Sheet, header: int) -> Fields:
    around: Fields = {}
    defaults: Fields = {}
    for number, row in enumerate(sheet.rows[header:], header + 1):
        if len(row) < 2 or not isinstance(row[0], str) or not isinstance(row[1], str) or not row[1].strip():
            continue
        key = folded(row[0]).replace(" ", "_")
        values = [Placed.at(part.strip(), sheet, number, 2) for part in row[1].split(";")]
        if key == "organization":
            around[key] = Placed.at(row[1], sheet, number, 2)
        elif key in ABOUT:
            defaults[key] = list(values) if key == "sign_off" else values[0]
    return {**around, "defaults": defaults}
