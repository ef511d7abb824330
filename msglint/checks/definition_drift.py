"""DEF401: a definition that says something else than the one both teams agreed on."""

from collections.abc import Iterator

from msglint.checks import Case
from msglint.facts.defining import Defined
from msglint.facts.definitions import contradiction, decided_in_short, is_definition
from msglint.facts.figures import mismatches
from msglint.glossary.standing import applies
from msglint.model.judgement import Finding, Rule, Stance

SCOPE = "document"
FIELDS = ("term", "type", "definition", "reason", "agreed")


def judge(case: Case, rule: Rule) -> Iterator[Finding]:
    """One finding for every definition of an entry that drifted; a wrong figure of a fact alone is DEF403's."""
    figures = [one.statement.mentions[0] for one in mismatches(case.statements)]
    for statement in case.statements:
        entry, value = statement.entry, statement.value
        if statement.kind != "definition" or entry is None or entry.definition is None:
            continue
        if (
            statement.stance is not Stance.OURS
            or not isinstance(value, Defined)
            or not applies(entry, case.circumstances)
        ):
            continue
        mention = statement.mentions[0]
        if not is_definition(value, entry):
            continue
        within = [
            figure for figure in figures
            if figure.segment is mention.segment and mention.start <= figure.start < mention.end
        ]  # fmt: skip
        fault = contradiction(value, entry, figures_told=bool(within))
        if fault is not None:
            yield case.finding_at(
                rule, mention.segment, mention.start, mention.end, certainty=fault.certainty, entry=entry,
                values=decided_in_short(entry, fault),
            )  # fmt: skip
