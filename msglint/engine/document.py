"""One document: mentions, statements, findings."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
import os

from msgspec.structs import replace

from msglint import registry
from msglint.checks import Case
from msglint.circumstances import circumstances_of, remarks
from msglint.engine import Said, Standard, Verdict
from msglint.engine.active import checks_of
from msglint.engine.unreadable import NOT_CHECKED, unread_finding
from msglint.model.document import Document, Role, Segment
from msglint.model.glossary import Exception_
from msglint.model.judgement import Circumstances, Finding, Mention, Rule, Stance, Statement
from msglint.model.scale import Certainty
from msglint.screen import Need
from msglint.selection import covers
from msglint.suppressions import suppress
from msglint.text.excerpts import shown_in
from msglint.text.reading_order import in_order


def judge_document(document: Document, standard: Standard, need: Need | None = None) -> Verdict:
    """Judge one document: its findings in reading order, without those that are suppressed or not certain enough.

    `need` is what it needs, as far as that was told before it was read.
    """
    ignored = standard.settings.ignored_in(os.path.abspath(document.path))
    rules = standard.rules
    if ignored:
        rules = {code: rule for code, rule in rules.items() if not covers(ignored, code)}
    case = _case(document, standard, need)
    findings = [finding for check, rule in checks_of(rules, "document") for finding in check.judge(case, rule)]
    findings += _not_checked(document, rules)
    told = _said_best(findings, standard.min_certainty)
    sayings = [(rule.code, saying) for check, rule in checks_of(rules, "run") for saying in check.say(case, rule)]
    sayings = [(code, replace(saying, finding=shown_in(document, saying.finding))) for code, saying in sayings]
    told += [saying.finding for _, saying in sayings]  # a saying is silenced as the finding it would be
    kept, said = _parted(suppress(document, told, rules, (*standard.resting, *ignored), standard.names), sayings)
    certain = (finding for finding in kept if finding.certainty >= standard.min_certainty)
    shown = in_order(shown_in(document, finding) for finding in certain)
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


def _case(document: Document, standard: Standard, need: Need | None) -> Case:
    """What there is to judge in a document: what was located, and what it was bound to."""
    circumstances = circumstances_of(document, standard.given, standard.settings)
    mentions = tuple(find(document, standard, circumstances, need))
    statements = tuple(bind(document, mentions, standard))
    return Case(document, mentions, statements, standard.glossary, circumstances)


def _not_checked(document: Document, rules: Mapping[str, Rule]) -> Iterator[Finding]:
    """READ002 for each part that could not be read, behind all that was."""
    for number, reason in enumerate(document.unchecked, len(document.segments)):
        yield from unread_finding(NOT_CHECKED, document.path, reason, rules, (number, 0))


def _parted(kept: Sequence[Finding], sayings: Sequence[Said]) -> tuple[list[Finding], list[Said]]:
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


def find(
    document: Document, standard: Standard, circumstances: Circumstances, need: Need | None = None
) -> Iterator[Mention]:
    """Everything that any finder locates which the document may matter to, as far as it is known to matter."""
    where = replace(document, segments=_needed(document.segments, need.blocks)) if need and need.blocks else document
    for name in sorted(need.finders if need else standard.screen.finders_of(document)):
        yield from registry.load("msglint.finders", name).find(where, standard.lexicon, circumstances)


def _needed(segments: tuple[Segment, ...], blocks: Collection[str]) -> tuple[Segment, ...]:
    """The segments of those blocks, what stands right before each and all titles.

    All of them where one is missed, or is a cell: its header may be anywhere.
    """
    wanted = {" ".join(block.split()): False for block in blocks}
    kept: set[int] = set()
    for number, segment in enumerate(segments):
        text = " ".join(segment.text.split())
        if text in wanted and segment.role is not Role.CELL:
            wanted[text] = True
            kept.update((number - 1, number))
        elif segment.role in (Role.TITLE, Role.SUBJECT):
            kept.add(number)
    if not all(wanted.values()):
        return segments
    return tuple(segment for number, segment in enumerate(segments) if number in kept)


def bind(document: Document, mentions: Sequence[Mention], standard: Standard) -> Iterator[Statement]:
    """Everything that any binder makes of the mentions."""
    for binder in registry.load_all("msglint.binders"):
        yield from binder.bind(document, mentions, standard.glossary)
