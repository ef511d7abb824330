"""What goes out comes back: the same entries, whatever they say."""

from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace
import pytest

from msglint import registry
from msglint.exchange.passing import Arriving
from msglint.glossary.entries import Defaults
from msglint.model.glossary import Glossary
from tests.exchange.glossaries import glossaries, meanings

OURS = Defaults("en", "GBP")


def journey(glossary: Glossary, format: str) -> Glossary:
    module = registry.load("msglint.exchange.formats", format)
    incoming = module.read(Arriving(f"x.{format}", module.write(glossary).data, None, OURS))
    assert not incoming.warnings
    assert not incoming.shouted
    came: Glossary = incoming.glossary
    return came


@pytest.mark.parametrize("format", ["json", "csv", "xlsx"])
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(glossary=glossaries())
def test_all_that_entries_say(format: str, glossary: Glossary) -> None:
    came = journey(glossary, format)
    if format == "csv":  # which has no place for what is said of all entries
        came = replace(came, entries=tuple(replace(e, required_sign_off=("marketing", "sales")) for e in came.entries))
    assert meanings(came) == meanings(glossary)
    if format != "csv":
        assert (came.organization, came.language) == (glossary.organization, glossary.language)
