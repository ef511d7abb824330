"""Which entries hold in which documents: one meaning of regions and channels for names, prices and definitions."""

from datetime import date

import pytest

from msglint.glossary.scopes import among, within
from msglint.glossary.standing import applies
from msglint.matching.scoping import misplaced
from msglint.model.glossary import Entry, Label, LabelKind, Origin, Scope
from msglint.model.judgement import Circumstances

ORIGIN = Origin("glossary.yaml", 1, 1)
CASES = [
    (("GB",), "GB", True),
    (("GB",), "UK", True),
    (("UK",), "gb", True),
    (("GB", "IE"), "IE", True),
    (("GB",), "GB-SCT", True),
    (("gr",), "EL", True),
    (("GB-SCT",), "GB", False),
    (("GB",), "GBX", False),
    (("IE",), "GB", False),
]


@pytest.mark.parametrize(("regions", "region", "expected"), CASES)
def test_a_region_is_within_others(regions: tuple[str, ...], region: str, expected: bool) -> None:
    assert within(regions, region) is expected


@pytest.mark.parametrize(("regions", "region", "expected"), CASES)
def test_what_applies_is_not_misplaced(regions: tuple[str, ...], region: str, expected: bool) -> None:
    entry = Entry("tea", (Label("Tea Tray", LabelKind.PREFERRED, ORIGIN),), ORIGIN, scope=Scope(region=regions))
    here = Circumstances(date(2026, 6, 10), region=region)
    assert applies(entry, here) is expected
    assert (misplaced(entry, here) is None) is expected


def test_channels_are_told_apart_by_their_letters_alone() -> None:
    assert among(("Flyer", "email"), "flyer")
    assert not among(("flyer",), "script")
