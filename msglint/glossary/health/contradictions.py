"""All in which a glossary contradicts itself: GLO801."""

from collections.abc import Iterator
from datetime import date

from msglint.glossary.health import Trouble
from msglint.glossary.health.names import name_troubles
from msglint.glossary.health.offers import offer_troubles
from msglint.glossary.health.windows import window_troubles
from msglint.model.glossary import Glossary


def contradictions(glossary: Glossary, as_of: date) -> Iterator[Trouble]:
    """Names, then windows of time, then offers, as of that day."""
    yield from name_troubles(glossary, as_of)
    yield from window_troubles(glossary)
    yield from offer_troubles(glossary, as_of)
