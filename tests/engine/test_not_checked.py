"""What could not be read of a document is a finding each, READ002, behind what was found in the rest."""

from datetime import date

from msgspec.structs import replace

from msglint.engine import Standard
from msglint.engine.document import judge_document
from msglint.glossary.lexicon import compile_lexicon
from msglint.model.document import Document, Segment
from msglint.model.glossary import Entry, Glossary, Label, LabelKind, Origin
from msglint.model.judgement import Circumstances, Rule
from msglint.model.scale import Severity

ORIGIN = Origin("glossary.yaml", 2, 5)
LABELS = (Label("Meals for Teams", LabelKind.PREFERRED, ORIGIN), Label("Business Lunch", LabelKind.SUPERSEDED, ORIGIN))
ENTRY = Entry("meals-for-teams", LABELS, ORIGIN)
GLOSSARY = Glossary("glossary.yaml", (ENTRY,), "digest")
RULES = {
    code: Rule(code, check, check, severity, message, "why", "pack.yaml")
    for code, check, severity, message in (
        ("NAM101", "superseded_name", Severity.ERROR, "{said}"),
        ("READ002", "not_checked", Severity.WARNING, "not checked: {reason}"),
    )
}
STANDARD = Standard(GLOSSARY, compile_lexicon(GLOSSARY), RULES, Circumstances(date(2026, 6, 10)))
REASONS = ("page 2 has no text layer", "page 4 cannot be loaded")
DOCUMENT = Document("flyer.pdf", "pdf", (Segment("Business Lunch", place="page 1"),), unchecked=REASONS)


def test_each_reason_is_a_finding_behind_the_others() -> None:
    verdict = judge_document(DOCUMENT, STANDARD)
    assert [(finding.rule, finding.message) for finding in verdict.findings] == [
        ("NAM101", "Business Lunch"),
        ("READ002", "not checked: page 2 has no text layer"),
        ("READ002", "not checked: page 4 cannot be loaded"),
    ]
    assert not verdict.unreadable
    assert len({finding.fingerprint for finding in verdict.findings}) == 3


def test_the_rule_may_rest() -> None:
    resting = replace(STANDARD, rules={"NAM101": RULES["NAM101"]})
    assert [finding.rule for finding in judge_document(DOCUMENT, resting).findings] == ["NAM101"]
