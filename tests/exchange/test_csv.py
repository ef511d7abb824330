"""Tables of comma-separated values, as programs and people write them."""

from pathlib import Path

import pytest

from msglint.errors import GlossaryError, MsglintError
from msglint.exchange.formats import csv
from msglint.exchange.incoming import Incoming
from msglint.exchange.passing import Arriving
from msglint.glossary.entries import Defaults
from msglint.glossary.load import parse_glossary


def read(data: bytes | str, language: str | None = None) -> Incoming:
    raw = data.encode() if isinstance(data, str) else data
    return csv.read(Arriving("list.csv", raw, language, Defaults("en", "GBP")))


def names(data: bytes | str) -> list[str]:
    return [entry.preferred.text for entry in read(data).glossary.entries]


SAME = {
    "commas": b"Name,Price\nCaf\xc3\xa9,5\nSoup,6\n",
    "semicolons": "Name;Price\nCafé;5\nSoup;6\n".encode(),
    "semicolons, decimal commas": "Name;Price\nCafé;5,00\nSoup;6,00\n".encode(),
    "tabs": "Name\tPrice\r\nCafé\t5\r\nSoup\t6\r\n".encode(),
    "a byte order mark": b"\xef\xbb\xbfName,Price\nCaf\xc3\xa9,5\nSoup,6\n",
    "windows-1252": "Name;Price\nCafé;£5\nSoup;6 €\n".encode("cp1252"),
    "UTF-16": "Name\tPrice\nCafé\t5\nSoup\t6\n".encode("utf-16"),
    "quotes": 'Name,Price,Note\n"Café",5,"a, b\nand ""c"""\n"Soup","6",\n'.encode(),
    "old line ends": "Name,Price\rCafé,5\rSoup,6\r".encode(),
    "a title": "Our prices,,\n,,\nName,Price\nCafé,5\nSoup,6\n".encode(),
}


@pytest.mark.parametrize("data", SAME.values(), ids=SAME.keys())
def test_however_it_is_written(data: bytes) -> None:
    incoming = read(data)
    assert [entry.preferred.text for entry in incoming.glossary.entries] == ["Café", "Soup"]
    assert [str(entry.prices[0].amount) for entry in incoming.glossary.entries] == ["5.00", "6.00"]
    assert incoming.warnings == ()


def test_lines_are_those_of_the_file() -> None:
    with pytest.raises(GlossaryError) as caught:
        read('Name,Note,Price\nSoup,"two\nlines",5\nSalad,,x\n')
    assert str(caught.value).startswith("list.csv:4: `price`: found “x”")


def test_formulas_are_disarmed_and_come_back() -> None:
    glossary = parse_glossary(
        'terms: [{term: "=1+1", note: "\'=x", owner: "+44 20"}, {term: Soup, note: "\'quoted\'"}]', "g"
    )
    text = csv.write(glossary).data.decode("utf-8-sig")
    assert text.splitlines()[1].split(",")[0] == "'=1+1"
    assert "''=x" in text
    first, second = read(text).glossary.entries
    assert (first.preferred.text, first.note, first.owner, second.note) == ("=1+1", "'=x", "+44 20", "'quoted'")


def test_the_template_as_it_is_holds_no_entry() -> None:
    empty = csv.template()
    assert names(empty) == []
    assert names(empty + b"Soup Friday\n") == ["Soup Friday"]


def test_capitals_that_say_nothing() -> None:
    incoming = read("Name,Type\nMeals For Teams,product\nBreakfast Box,product\nFruit Crate,product\n")
    assert incoming.shouted == {"meals-for-teams", "breakfast-box", "fruit-crate"}
    assert incoming.warnings == (
        "every word has a capital, even in “Meals For Teams”, so no name is held to its capitals",
    )
    incoming = read("Name,Type\nNet Revenue,metric\nLead Score,metric\nFruit Crate,product\n")
    assert incoming.shouted == {"net-revenue", "lead-score"}
    incoming = read("Name\nMEALS FOR TEAMS\nMQL\nBREAKFAST BOX\nFRUIT CRATE\n")
    assert incoming.shouted == {"meals-for-teams", "breakfast-box", "fruit-crate"}


@pytest.mark.parametrize(
    "sheet",
    [
        "Name,Type\nMeals for Teams,product\nBreakfast Box,product\nFruit Crate,product\n",
        "Name,Price\nBreakfast Box,5\nFruit Crate,6\nSoup Friday,7\n",
        "Name\nlead score\nNet Revenue\nCost per Lead\n",
        "Name\nMQL\nSQL\nCRM\nARR\n",
        "Name,Case\nNET REVENUE,exact\nLEAD SCORE,default\nFRUIT CRATE,exact\n",
        "Name\nMEALS FOR TEAMS\nBREAKFAST BOX\n",
        "Name,Type\nMEALS FOR TEAMS,product\nBreakfast Box,product\nFruit Crate,product\nSoup Friday,product\n",
    ],
)
def test_capitals_that_may_be_meant(sheet: str) -> None:
    assert read(sheet).shouted == frozenset()


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\x00\x01\x02", b'"', b"a,b\n1,2\n", Path(__file__).read_bytes()])
def test_what_is_no_list_is_told(data: bytes) -> None:
    with pytest.raises(MsglintError, match=r"list\.csv"):
        read(data)
