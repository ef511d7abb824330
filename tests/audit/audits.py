"""Audits of companies made up for tests."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from msglint.audit.gather import audit_of
from msglint.audit.model import Audit
from msglint.engine import Standard, Verdict, judge_files
from msglint.engine.report import report_of
from msglint.glossary.lexicon import compile_lexicon
from msglint.glossary.load import load_glossary
from msglint.model.judgement import Circumstances, Finding
from msglint.model.scale import Certainty
from msglint.rulebook.load import load_rules
from msglint.sources import SourceFile, Walk

GLOSSARY = """\
organization: Blue Pier
defaults: {currency: GBP}
terms:
  - term: Quiet Cabin
    type: product
    valid_from: 2026-03-01
    superseded: {term: Silent Coach, until: 2026-02-28, why: We run ferries now.}
    prices:
      - {price: 49.00, per: night, valid_from: 2026-03-01}
      - {price: 55.00, per: night, valid_through: 2026-02-28}
    owner: ines@bluepier.example
  - {term: Harbour Tour, superseded: Dock Walk, owner: olaf@bluepier.example}
  - {term: Deck Pass, superseded: Sun Ticket}
"""
AS_OF = date(2026, 6, 10)


def standard_in(folder: Path, glossary: str = GLOSSARY) -> Standard:
    """What documents are held against, by all rules, at `possible`; the glossary is written into the folder."""
    file = folder / "glossary.yaml"
    file.write_text(glossary, encoding="utf-8")
    loaded = load_glossary(file)
    rules = {code: rule for code, rule in load_rules([]).items() if rule.enabled}
    return Standard(loaded, compile_lexicon(loaded), rules, Circumstances(AS_OF), min_certainty=Certainty.POSSIBLE)


def audit_of_texts(
    folder: Path,
    texts: Mapping[str, str],
    beside: Sequence[Finding] = (),
    glossary: str = GLOSSARY,
    **more: bool,
) -> Audit:
    """The audit of documents with those texts."""
    standard = standard_in(folder, glossary)
    files = tuple(SourceFile(path, data=text.encode()) for path, text in sorted(texts.items()))
    verdicts = tuple(judge_files(files, standard))
    return audit_of((".",), Walk(files), verdicts, report_of(verdicts, standard, 0, beside), standard, **more)


def big_audit(folder: Path, findings: int) -> Audit:
    """An audit of documents with ten findings each, as many as it takes."""
    standard = standard_in(folder)
    text = (
        "---\nmsglint: {channel: script, audience: customer}\n---\n\n"
        "Offer the Silent Coach first, for £55 a night. Two silent coaches on Friday? That works.\n\n"
        "The Dock Walk starts at noon; dock walks are free on Sundays. A Sun Ticket is sold on board.\n\n"
        "The siletn coach has no calls, and a coach that is silent is what people want. Mention a Sun Ticket, too, "
        "when they ask about the Dock Walk: it takes an hour, and the Silent Coach leaves at two.\n"
    )
    (one,) = judge_files([SourceFile("one.md", data=text.encode())], standard)
    verdicts: list[Verdict] = []
    while sum(len(verdict.findings) for verdict in verdicts) < findings:
        number = len(verdicts)
        path = f"drive/{number % 40:02}/{number // 40 % 7}/script-{number}.md"
        moved = tuple(replace(each, location=replace(each.location, path=path)) for each in one.findings)
        verdicts.append(replace(one, path=path, findings=moved))
    files = tuple(SourceFile(verdict.path) for verdict in verdicts)
    return audit_of((".",), Walk(files), verdicts, report_of(verdicts, standard), standard)
