"""The pipeline: a file's bytes become a document, mentions, statements, findings; all findings become the report.

Every step is a pure function of picklable values, so that files can be judged in any order, anywhere.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, lru_cache
import os
from pathlib import Path
from types import ModuleType

from msglint import registry
from msglint.checks import Case, Saying
from msglint.circumstances import circumstances_of, remarks
from msglint.config.settings import Settings
from msglint.errors import ReadError
from msglint.glossary.lexicon import Lexicon, compile_lexicon
from msglint.model.document import Document, Location
from msglint.model.glossary import Exception_, Glossary
from msglint.model.judgement import Circumstances, Finding, Mention, Report, Rule, Stance, Statement
from msglint.model.scale import Certainty
from msglint.readers import Source, format_of, read
from msglint.screen import Screen
from msglint.selection import covers
from msglint.sources import SourceFile
from msglint.suppressions import IDLE, suppress
from msglint.text.excerpts import excerpt_of
from msglint.text.fingerprint import fingerprint
from msglint.text.reading_order import in_order

UNREADABLE, NOT_CHECKED = "READ001", "READ002"

_Said = tuple[str, Saying]
"""What a document says for the run to judge, with the code of the rule that will."""


@dataclass(frozen=True)
class Standard:
    """What documents are held against, the same for a whole run.

    rules    the active ones, by code
    resting  codes of rules that are on by default and do not run: what only they could use is not called idle
    names    the code of every rule there is by its name, for comments that name rules
    given    the day, and what the command line says of every document
    """

    glossary: Glossary
    lexicon: Lexicon
    rules: Mapping[str, Rule]
    given: Circumstances
    resting: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    settings: Settings = Settings()
    min_certainty: Certainty = Certainty.LIKELY

    @cached_property
    def screen(self) -> Screen:
        return Screen(self.glossary, self.lexicon, self.rules)


@dataclass(frozen=True)
class Verdict:
    """What one file came to.

    exceptions  those of `match.not` that kept something from being found
    sayings     what only the whole run can judge, with the code of the rule that does
    unreadable  nothing of it could be read: READ001;  incomplete  some of it could not be: READ002
    remarks     what the document says to msglint that means nothing, to be told beside the findings
    entries     ids of the glossary's entries that the document itself speaks of, rightly or wrongly
    textless    whether there was nothing in it to judge
    judged_as   on which day and for whom it was judged; None where it could not be read
    """

    path: str
    findings: tuple[Finding, ...] = ()
    exceptions: frozenset[Exception_] = frozenset()
    sayings: tuple[_Said, ...] = ()
    unreadable: bool = False
    incomplete: bool = False
    remarks: tuple[str, ...] = ()
    entries: frozenset[str] = frozenset()
    textless: bool = False
    judged_as: Circumstances | None = None


def judge_files(files: Iterable[SourceFile], standard: Standard) -> Iterator[Verdict]:
    """Judge file after file, in the order given."""
    for file in files:
        yield judge_file(file, standard)


def judge_file(file: SourceFile, standard: Standard) -> Verdict:
    """Read and judge one file; a file that cannot be read is a finding, READ001."""
    try:
        source, format = Source(file.path, file.read()), format_of(file.path)
        if not standard.screen.may_matter(source, format):
            return _nothing(file.path, standard)
        document = read(source, format)
    except ReadError as error:
        return unread(file.path, error.reason, standard)
    return judge_document(document, standard)


def unread(path: str, reason: str, standard: Standard) -> Verdict:
    """What a file came to that cannot be read."""
    return Verdict(path, tuple(_unread(UNREADABLE, path, reason, standard.rules)), unreadable=True)


def _nothing(path: str, standard: Standard) -> Verdict:
    """The verdict on a file in which nothing is said that matters; it was not read."""
    return Verdict(path, judged_as=circumstances_of(Document(path, "", ()), standard.given, standard.settings))


def judge_text(
    text: str, format: str, glossary: Glossary, rules: Mapping[str, Rule], given: Circumstances
) -> tuple[Finding, ...]:
    """Judge one text as if it stood in a file of its own, of that format: what rules' examples are proved by.

    It is judged at `likely`, or as low as the findings of all these checks are (their CERTAINTY).
    """
    checks = [registry.load("msglint.checks", rule.check) for rule in rules.values()]
    least = max((getattr(check, "CERTAINTY", Certainty.LIKELY) for check in checks), default=Certainty.LIKELY)
    standard = Standard(glossary, _lexicon(glossary), rules, given, min_certainty=least)
    verdict = judge_file(SourceFile(f"example.{format}", data=text.encode()), standard)
    return in_order([*verdict.findings, *judge_run([verdict], standard)])


@lru_cache(maxsize=4)
def _lexicon(glossary: Glossary) -> Lexicon:
    """A pack has dozens of examples and one glossary for them."""
    return compile_lexicon(glossary)


def judge_document(document: Document, standard: Standard) -> Verdict:
    """Judge one document: its findings in reading order, without those that are suppressed or not certain enough."""
    ignored = standard.settings.ignored_in(os.path.abspath(document.path))
    rules = {code: rule for code, rule in standard.rules.items() if not covers(ignored, code)}
    case = _case(document, standard)
    findings = [finding for check, rule in _checks(rules, "document") for finding in check.judge(case, rule)]
    findings += _not_checked(document, rules)
    told = _said_best(findings, standard.min_certainty)
    sayings = [(rule.code, saying) for check, rule in _checks(rules, "run") for saying in check.say(case, rule)]
    sayings = [(code, replace(saying, finding=_shown_in(document, saying.finding))) for code, saying in sayings]
    told += [saying.finding for _, saying in sayings]  # a saying is silenced as the finding it would be
    kept, said = _parted(suppress(document, told, rules, (*standard.resting, *ignored), standard.names), sayings)
    certain = (finding for finding in kept if finding.certainty >= standard.min_certainty)
    shown = in_order(_shown_in(document, finding) for finding in certain)
    exceptions = frozenset(each.value for each in case.mentions if isinstance(each.value, Exception_))
    return Verdict(
        document.path,
        shown,
        exceptions,
        tuple(said),
        incomplete=bool(document.unchecked),
        remarks=remarks(document),
        entries=_spoken_of(case.statements),
        textless=not any(segment.text.strip() for segment in document.segments),
        judged_as=case.circumstances,
    )


def _spoken_of(statements: Iterable[Statement]) -> frozenset[str]:
    """The entries of what is said surely enough, in our own voice and of today."""
    return frozenset(
        each.entry.id
        for each in statements
        if each.entry and each.stance is Stance.OURS and each.certainty >= Certainty.LIKELY
    )


def _shown_in(document: Document, finding: Finding) -> Finding:
    return replace(finding, excerpt=excerpt_of(finding, document))


def _case(document: Document, standard: Standard) -> Case:
    """What there is to judge in a document: what was located, and what it was bound to."""
    circumstances = circumstances_of(document, standard.given, standard.settings)
    mentions = tuple(find(document, standard, circumstances))
    statements = tuple(bind(document, mentions, standard))
    return Case(document, mentions, statements, standard.glossary, circumstances)


def _not_checked(document: Document, rules: Mapping[str, Rule]) -> Iterator[Finding]:
    """READ002 for each part that could not be read, behind all that was."""
    for number, reason in enumerate(document.unchecked, len(document.segments)):
        yield from _unread(NOT_CHECKED, document.path, reason, rules, (number, 0))


def _parted(kept: Sequence[Finding], sayings: Sequence[_Said]) -> tuple[list[Finding], list[_Said]]:
    """The findings of what was kept, without those that stand for sayings; and the sayings whose findings were kept."""
    hidden = {id(saying.finding) for _, saying in sayings}
    left = {id(finding) for finding in kept}
    return (
        [finding for finding in kept if id(finding) not in hidden],
        [(code, saying) for code, saying in sayings if id(saying.finding) in left],
    )


def _said_best(findings: Sequence[Finding], least: Certainty) -> list[Finding]:
    """The findings without those in whose stead another one stands, if that is certain enough to be shown."""
    replaced = {(code, each.order) for each in findings if each.certainty >= least for code in each.instead_of}
    return [finding for finding in findings if (finding.rule, finding.order) not in replaced]


def find(document: Document, standard: Standard, circumstances: Circumstances) -> Iterator[Mention]:
    """Everything that any finder locates which the document may matter to."""
    for name in sorted(standard.screen.finders(document)):
        yield from registry.load("msglint.finders", name).find(document, standard.lexicon, circumstances)


def bind(document: Document, mentions: Sequence[Mention], standard: Standard) -> Iterator[Statement]:
    """Everything that any binder makes of the mentions."""
    for binder in registry.load_all("msglint.binders"):
        yield from binder.bind(document, mentions, standard.glossary)


def judge_run(verdicts: Iterable[Verdict], standard: Standard, context: Iterable[Verdict] = ()) -> tuple[Finding, ...]:
    """What only shows across documents. Those of `context` are compared with, and never blamed."""
    said = [each for verdict in verdicts for each in verdict.sayings]
    said += [(code, replace(saying, blamed=False)) for verdict in context for code, saying in verdict.sayings]
    codes = {code for code, _ in said}  # of no other check the module is needed
    findings = []
    for check, rule in _checks({code: rule for code, rule in standard.rules.items() if code in codes}, "run"):
        sayings = [saying for code, saying in said if code == rule.code]
        sayings.sort(key=lambda saying: (saying.finding.location.path, saying.finding.order))
        findings += check.judge(sayings, rule)
    return in_order(finding for finding in findings if finding.certainty >= standard.min_certainty)


def judge_glossary(standard: Standard, only: str = "") -> tuple[Finding, ...]:
    """The health of the glossary by the active rules; with `only`, by those of that code or prefix."""
    rules = {code: rule for code, rule in standard.rules.items() if code.startswith(only)}
    lines = cache(_lines_of)
    return in_order(
        _shown_in(lines(finding.location.path), finding)
        for check, rule in _checks(rules, "glossary")
        for finding in check.judge(standard.glossary, rule, standard.given.as_of)
    )


def _lines_of(path: str) -> Document:
    """A file of the glossary, which was read before and whose lines are now to be shown."""
    try:
        text = Path(path).read_bytes().decode("utf-8-sig", errors="replace")
    except OSError:  # gone since
        text = ""
    return Document(path, "yaml", (), {"": text})


def judge_exceptions(verdicts: Iterable[Verdict], standard: Standard) -> tuple[Finding, ...]:
    """GLO804, where it is active, for each `match.not` of the glossary that none of these documents needs."""
    rule = standard.rules.get(IDLE)
    if not rule:
        return ()
    idle_exceptions = registry.load("msglint.checks", rule.check).idle_exceptions
    used = {exception for verdict in verdicts for exception in verdict.exceptions}
    return in_order(idle_exceptions(standard.glossary, used, rule))


def _checks(rules: Mapping[str, Rule], scope: str) -> Iterator[tuple[ModuleType, Rule]]:
    for rule in rules.values():
        check = registry.load("msglint.checks", rule.check)
        if scope == check.SCOPE:
            yield check, rule


def _unread(
    code: str, path: str, reason: str, rules: Mapping[str, Rule], order: tuple[int, int] = (0, 0)
) -> Iterator[Finding]:
    """The finding that a file, or (behind all that was read) a part of it, could not be read."""
    if rule := rules.get(code):
        yield Finding.of(
            rule,
            Location(path),
            rule.say(said="", owner="", ask="", reason=reason),
            fingerprint=fingerprint(rule.code, None, reason, 0, len(reason)),
            order=order,
        )


def report_of(
    verdicts: Sequence[Verdict], standard: Standard, skipped: int = 0, beside: Sequence[Finding] = ()
) -> Report:
    """All that a run found: the documents' verdicts and, `beside` them, the glossary's; `skipped` had no reader."""
    unreadable = sum(verdict.unreadable for verdict in verdicts)
    findings = in_order([*beside, *(finding for verdict in verdicts for finding in verdict.findings)])
    return Report(
        findings=findings,
        as_of=standard.given.as_of,
        documents=len(verdicts) - unreadable,
        skipped=skipped,
        unreadable=unreadable,
        checked=tuple(verdict.path for verdict in verdicts if not verdict.unreadable),
        model=standard.settings.model,
        decided=_decided(findings, standard.glossary),
        rules=standard.rules,
    )


def _decided(findings: Iterable[Finding], glossary: Glossary) -> dict[str, Location]:
    """Where the glossary has the entries that these findings go by."""
    ids = dict.fromkeys(finding.entry for finding in findings if finding.entry in glossary.ids)
    origins = {entry: glossary.ids[entry].origin for entry in ids if entry}
    return {entry: Location(at.path, at.line, at.column, at.line, at.end_column) for entry, at in origins.items()}
