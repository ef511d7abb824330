"""Matching names: every label of the lexicon against the words of a text, with three certainties.

Each module proposes candidates in one way, or narrows them down; `resolve` puts them together. Nothing here knows
dates or rules: what was found is not yet wrong.
"""

from typing import NamedTuple

from msglint.glossary.patterns import Pattern
from msglint.model.judgement import Variation
from msglint.model.scale import Certainty


class Candidate(NamedTuple):
    """Words first … last (inclusive) of a text could be `pattern`'s label."""

    first: int
    last: int
    pattern: Pattern
    variations: frozenset[Variation]
    certainty: Certainty

    def weaker(self, certainty: Certainty, *variations: Variation) -> "Candidate":
        """The same with at most that certainty, and with more variations."""
        return self._replace(certainty=min(self.certainty, certainty), variations=self.variations.union(variations))
