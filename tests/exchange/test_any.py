"""Whatever comes in is understood, or refused with its place; and merging it leaves a glossary that loads."""

# ruff: noqa: E501  cells

from datetime import date, datetime
from functools import partial
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from msglint.agreement.edit import edit
from msglint.errors import GlossaryError, MsglintError
from msglint.exchange.formats import csv, json, tbx
from msglint.exchange.incoming import Incoming, understood
from msglint.exchange.merging.fresh import file_of
from msglint.exchange.merging.merge import OnConflict, merge
from msglint.exchange.passing import Arriving
from msglint.exchange.reading import read_sheets
from msglint.exchange.tables.columns import COLUMNS
from msglint.exchange.tables.sheet import Broken, Cell, Number, Sheet
from msglint.glossary.entries import Defaults
from msglint.glossary.load import load_glossary
from msglint.model.glossary import Glossary
from tests.exchange.glossaries import glossaries, meanings

_CODES = st.sampled_from(
    ["General", "0.00", "[$£-809]0.00", "0%", "€ 0", "[$-zz]0", "[$$-FFFF]0", "@", ";;;", "", "0.00.0[", "yyyy"]
)
_CELLS: st.SearchStrategy[Cell] = (
    st.none()
    | st.booleans()
    | st.text(max_size=8)
    | st.sampled_from(["12,50 €", "1,234", "01/03/2026", "5 GBP per x", "a; b", "\\", "product", "2026-03-01", "Soup", "--", "²"])
    | st.builds(Number, st.floats(), _CODES)
    | st.builds(Number, st.integers(), _CODES)
    | st.datetimes(datetime(1900, 1, 1), datetime(9999, 1, 1))
    | st.dates(date(1, 1, 1))
    | st.just(Broken("no"))
)  # fmt: skip
_HEADERS = st.sampled_from([column.header for column in COLUMNS] + ["from", "region", "Prise", "x"])


@settings(max_examples=150, deadline=None)
@given(
    st.lists(_HEADERS, max_size=5),
    st.lists(st.lists(_CELLS, max_size=6), max_size=4),
    st.sampled_from([None, "de", "xx", "en-GB"]),
)
def test_any_cells(headers: list[str], rows: list[list[Cell]], language: str | None) -> None:
    sheet = Sheet("s.xlsx", "S", [["Name", *headers], *rows])
    try:
        found = read_sheets(Arriving("s.xlsx", b"", language, Defaults("en", "GBP")), [sheet])
    except GlossaryError as error:
        paths = {problem.path.partition(" ")[0] for problem in error.problems}
    else:
        paths = {found.path}
    assert paths == {"s.xlsx"}


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=80) | st.text(max_size=80).map(lambda text: text.encode("utf-8", "replace")))
def test_any_bytes(data: bytes) -> None:
    for module in (csv, json, tbx):
        try:
            found = module.read(Arriving("x", data)).path
        except MsglintError as error:
            found = str(error)
        assert found.startswith("x")


def arrived(glossary: Glossary) -> Incoming:
    return json.read(Arriving("new.json", json.write(glossary).data))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(ours=glossaries(), theirs=glossaries(), on_conflict=st.sampled_from(list(OnConflict)))
def test_merging_any_glossaries(
    tmp_path_factory: object, ours: Glossary, theirs: Glossary, on_conflict: OnConflict
) -> None:
    path = Path(str(tmp_path_factory.getbasetemp())) / "glossary.yaml"  # type: ignore[attr-defined]
    path.write_bytes(file_of(arrived(ours), "glossary.yaml"))
    assert meanings(load_glossary(path)) == meanings(ours)
    conflicts: list[str] = []
    verb = partial(merge, incoming=arrived(theirs), on_conflict=on_conflict, conflicts=conflicts)
    edit(path, verb, date(2026, 6, 10)).write()
    merged = load_glossary(path)
    if on_conflict is OnConflict.SHOW:  # whatever was said here still is
        kept = {entry.id: entry for entry in merged.entries}
        for entry in ours.entries:
            assert entry.preferred.text == kept[entry.id].preferred.text
            assert entry.definition in (None, kept[entry.id].definition)
            assert len(entry.prices) <= len(kept[entry.id].prices)
    assert {entry.id for entry in ours.entries} <= set(merged.ids)


def test_nothing_is_a_glossary_too() -> None:
    assert understood("x", [], {}, []).glossary.entries == ()
