"""NAM106: a new name before its day, where people outside can read it. An offer before its day is OFR302."""

from collections.abc import Iterator

from msglint.checks import Case
from msglint.glossary.scopes import is_inside
from msglint.glossary.standing import Standing, right_name
from msglint.matching.naming import FIELDS_OF_NAMES, Name
from msglint.model.glossary import EntryType, Label, LabelKind
from msglint.model.judgement import Finding, Rule, Variation
from msglint.model.scale import Certainty

SCOPE = "document"
FIELDS = (*FIELDS_OF_NAMES, "until")


def judge(case: Case, rule: Rule) -> Iterator[Finding]:
    """One finding for every mention of a name that may not be said yet; none in internal documents."""
    if is_inside(case.circumstances.audience):
        return
    for name in case.names:
        if name.entry.type is EntryType.OFFER:
            continue
        if name.standing is Standing.EMBARGOED and Variation.IDENTIFIER not in name.mention.variations:
            described = Variation.CASE in name.mention.variations and name.certainty < Certainty.CERTAIN
            starts = name.label.valid_from or name.entry.valid_from
            old = _right_label(name)
            yield case.finding(
                rule, name.mention, certainty=Certainty.POSSIBLE if described else name.certainty,
                suggestion=name.reworded(old) if old else None, fix="unsafe",
                values={**name.values(), "until": f" before {starts.isoformat()}" if starts else ""},
            )  # fmt: skip


def _right_label(name: Name) -> Label | None:
    """The one former name that is still right on the day, if there is just one."""
    right = right_name(name.entry, name.as_of)
    return right if right.kind is LabelKind.SUPERSEDED and len(name.mentions) == 1 else None
