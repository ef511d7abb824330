"""TBX: what is written is valid and comes back; what term bases export is understood."""

# ruff: noqa: E501  what term bases write

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from lxml import etree
import pytest

from msglint.errors import MsglintError
from msglint.exchange.formats import tbx
from msglint.exchange.incoming import Incoming
from msglint.exchange.passing import Arriving
from msglint.glossary.entries import Defaults
from msglint.glossary.load import parse_glossary
from msglint.model.glossary import Entry, Glossary
from tests.exchange.glossaries import glossaries

SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).parent / "tbx-basic.rng"))
Terms = list[tuple[str, str, str | None, str | None]]


def read(data: bytes | str, language: str | None = None) -> Incoming:
    raw = data.encode() if isinstance(data, str) else data
    return tbx.read(Arriving("base.tbx", raw, language, Defaults("en")))


def terms(entry: Entry) -> Terms:
    return [(label.text, label.kind.value, label.language, label.why) for label in entry.labels]


def held(glossary: Glossary) -> list[object]:
    """What TBX holds of entries; names of several languages come back language by language."""
    return [
        (entry.id, entry.type, entry.definition, entry.note, entry.language, terms(entry)[0], sorted(terms(entry)[1:], key=str))
        for entry in glossary.entries
    ]  # fmt: skip


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(glossary=glossaries())
def test_what_is_written_is_valid_and_comes_back(glossary: Glossary) -> None:
    data = tbx.write(glossary).data
    assert SCHEMA.validate(etree.fromstring(data)), SCHEMA.error_log
    incoming = read(data)
    assert held(incoming.glossary) == held(glossary)
    assert (incoming.warnings, incoming.shouted) == ((), frozenset())


def test_what_is_left_out_is_told() -> None:
    text = "terms: [{term: A, price: 5 GBP, owner: x, superseded: {term: B, until: 2026-01-01, why: w}}, {term: C, owner: y}]"
    assert tbx.write(parse_glossary(text, "g")).left_out == (
        "TBX holds names, definitions and notes, so this was left out: price (1 entry), owner (2 entries), "
        "until of names (1 entry)",
    )
    assert tbx.write(parse_glossary("terms: [A]", "g")).left_out == ()


OLD = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>A tool</p></sourceDesc></fileDesc></martifHeader>
<text><body>
<termEntry id="c1">
  <descrip type="subjectField">catering</descrip>
  <langSet xml:lang="de"><tig><term>Teamessen</term></tig></langSet>
  <langSet xml:lang="en-GB">
    <descripGrp><descrip type="definition">Hot &amp; for <hi>eight</hi>.</descrip><admin type="source">us</admin></descripGrp>
    <ntig><termGrp><term>Business Lunch</term>
      <termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></termGrp></ntig>
    <tig><term>Meals for <hi>Teams</hi></term><termNote type="normativeAuthorization">preferredTerm</termNote></tig>
    <tig><term>Corporate Catering</term><termNote type="administrativeStatus">deprecatedTerm</termNote><note>Stiff.</note></tig>
    <tig><term>MfT</term><termNote type="partOfSpeech">noun</termNote></tig>
  </langSet>
</termEntry>
<termEntry id="c2"><langSet xml:lang="fr"><tig><term>plat</term></tig></langSet></termEntry>
</body></text></martif>
"""
STYLED = """\
<tbx type="TBX-Min" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min"
 xmlns:basic="http://www.tbxinfo.net/ns/basic"><tbxHeader><fileDesc><sourceDesc><p/></sourceDesc></fileDesc></tbxHeader>
<text><body><conceptEntry id="x"><min:subjectField>Product</min:subjectField><basic:definition>Hot.</basic:definition>
<langSec xml:lang="en"><termSec><term>old</term><min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus>
</termSec><termSec><term>new</term></termSec></langSec></conceptEntry></body></text></tbx>
"""


def test_tbx_2_as_term_bases_export_it() -> None:
    for data in (OLD.encode(), OLD.replace("UTF-8", "UTF-16").encode("utf-16")):
        incoming = read(data)
        (entry,) = incoming.glossary.entries
        assert terms(entry) == [
            ("Meals for Teams", "preferred", "en-GB", None),
            ("Teamessen", "admitted", "de", None),
            ("MfT", "admitted", "en-GB", None),
            ("Business Lunch", "superseded", "en-GB", None),
            ("Corporate Catering", "deprecated", "en-GB", "Stiff."),
        ]
        assert (entry.id, entry.definition) == ("meals-for-teams", "Hot & for eight.")
        assert incoming.warnings == (
            "these categories have no place in a glossary and were left out: partOfSpeech (1), source (1), subjectField (1)",
            "no term in “en” that may be used, so these were left out: c2; name another language with --language",
        )


def test_the_language_chooses_the_name() -> None:
    assert [entry.preferred.text for entry in read(OLD, "de").glossary.entries] == ["Teamessen"]


def test_dct_style() -> None:
    (entry,) = read(STYLED).glossary.entries
    assert terms(entry) == [("new", "preferred", "en", None), ("old", "superseded", "en", None)]
    assert (entry.type.value, entry.definition) == ("product", "Hot.")


BOMB = (
    '<!DOCTYPE tbx [<!ENTITY a "lollollollollollollollollollollollol">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + ']><tbx><text><body><conceptEntry id="x"><langSec xml:lang="en"><termSec><term>&i;</term></termSec></langSec>'
    "</conceptEntry></body></text></tbx>"
)


@pytest.mark.parametrize(
    "data",
    [
        b"", b"no xml", b"<html/>", OLD.encode()[:-30], OLD.encode("utf-16")[:-31], BOMB.encode(),
        b'<!DOCTYPE tbx [<!ENTITY a SYSTEM "file:///etc/passwd">]><tbx><text><body>&a;</body></text></tbx>',
        b'<?xml version="1.0" encoding="klingon"?><tbx/>', b"<tbx>" * 3000,
    ],
)  # fmt: skip
def test_what_is_no_tbx_or_hostile_is_refused(data: bytes) -> None:
    with pytest.raises(MsglintError, match=r"base\.tbx"):
        read(data)
