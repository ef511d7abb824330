"""NAM107: a product or other entry that is over, said as if it were to be had. An offer that is over is OFR301."""

from collections.abc import Iterator

from msglint.checks import Case
from msglint.glossary.standing import Standing, over_from
from msglint.matching.naming import FIELDS_OF_NAMES
from msglint.model.glossary import EntryType
from msglint.model.judgement import Finding, Rule, Stance, Variation

SCOPE = "document"
FIELDS = FIELDS_OF_NAMES


def judge(case: Case, rule: Rule) -> Iterator[Finding]:
    """One finding for every name of a retired entry that is no offer; there is nothing to say instead."""
    for name in case.names:
        told = name.stance is not Stance.PAST and Variation.IDENTIFIER not in name.mention.variations
        if name.standing is Standing.RETIRED and told and name.entry.type is not EntryType.OFFER:
            ended = name.entry.valid_through
            values = {**name.values(), "since": f" since {ended.isoformat()}" if ended else ""}
            yield case.finding(rule, name.mention, certainty=name.certainty, values=values, since=over_from(name.entry))
