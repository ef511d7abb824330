"""Bakes calendar.txt of msglint/offers/data from CLDR: python -m tests.offers.cldr"""

from collections.abc import Iterator, Mapping
from pathlib import Path

DATA = Path(__file__).parents[2] / "msglint" / "offers" / "data"
_SOURCE = (
    "# From Unicode CLDR, Copyright 1991-2025 Unicode, Inc., Unicode License v3, by way of Babel; "
    "made by tests/offers/cldr.py"
)
LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs")
# Written as often as CLDR's own short forms.
_MORE = {
    "en": {"month": ["Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec"], "day": ["Mon Tues Weds Thurs Fri Sat Sun"]}
}


def calendar_lines() -> Iterator[str]:
    """`language month|day: names`, in order from January or Monday; several lines a language, the usual form first."""
    from babel import Locale

    yield _SOURCE
    yield "# language, month or day, names from January or Monday on; each line is one way to write them"
    for language in LANGUAGES:
        locale = Locale(language)
        for kind, tables in (("month", locale.months), ("day", locale.days)):
            rows = [_row(tables[use][width]) for width in ("wide", "abbreviated") for use in ("format", "stand-alone")]
            for row in dict.fromkeys([*rows, *_MORE.get(language, {}).get(kind, [])]):
                yield f"{language} {kind}: {row}"


def _row(names: Mapping[int, str]) -> str:
    return " ".join(names[key].rstrip(".") for key in sorted(names))


def write() -> None:
    """Write the file anew."""
    (DATA / "calendar.txt").write_text("\n".join(calendar_lines()) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()
