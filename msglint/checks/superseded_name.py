"""NAM101: a former name, found for certain and past its days."""

from collections.abc import Iterator

from msglint.checks import Case
from msglint.matching.naming import FIELDS_OF_NAMES
from msglint.model.glossary import LabelKind
from msglint.model.judgement import Finding, Rule
from msglint.model.scale import Certainty
from msglint.money.judging import beside_old_prices

SCOPE = "document"
FIELDS = FIELDS_OF_NAMES


def judge(case: Case, rule: Rule) -> Iterator[Finding]:
    """One finding for every former name said as if it held; beside an old price it is not safe to change alone."""
    alone = beside_old_prices(case.statements, case.glossary, case.circumstances)
    for name in case.names:
        former = name.stale and name.kind is not LabelKind.DEPRECATED and not name.vocabulary
        if former and name.certainty is Certainty.CERTAIN:
            told = name.told
            if id(name.mention) in alone:
                told["fix"] = "unsafe"
            yield case.finding(rule, name.mention, **told)
