"""What is found after a change and was not before."""

from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from msglint.correction.correct import correct_file, spot
from msglint.digest.impact.places import Impact, Mend, Place, place_of
from msglint.digest.impact.supposed import UNNAMED, Change
from msglint.engine import Standard, Verdict
from msglint.glossary.lexicon import compile_lexicon
from msglint.model.judgement import Finding
from msglint.sources import SourceFile

Judge = Callable[[Sequence[SourceFile], Standard], Sequence[Verdict]]


def impact_of(change: Change, files: Sequence[SourceFile], standard: Standard, judge: Judge) -> Impact:
    """What becomes stale in these files: findings about the entry that a check would report only after the change.

    standard  what the files are held against now
    judge     gives the verdict of each file: of all as after the change first, then as before of those it touches
    """
    before = _as_on(standard, change, after=False)
    after = _as_on(standard, change, after=True)
    places: list[Place] = []
    judged = zip(files, judge(files, after), strict=True)
    touched = [(file, verdict) for file, verdict in judged if any(_about(verdict, change))]
    known_to = judge([file for file, _ in touched], before)
    for (file, new), old in zip(touched, known_to, strict=True):
        known = {spot(finding) for finding in _about(old, change)}
        found = [finding for finding in _about(new, change) if spot(finding) not in known]
        places += _places(file, _one_each(found), after, new)
    becomes = None if change.becomes == UNNAMED else change.becomes
    return Impact(change.label.text, becomes, change.day, change.planned, len(files), tuple(places))


def _as_on(standard: Standard, change: Change, after: bool) -> Standard:
    glossary, day = (change.after, change.day) if after else (change.before, change.eve)
    lexicon = standard.lexicon if glossary is standard.glossary else compile_lexicon(glossary)
    return replace(standard, glossary=glossary, lexicon=lexicon, given=replace(standard.given, as_of=day))


def _about(verdict: Verdict, change: Change) -> Iterator[Finding]:
    return (finding for finding in verdict.findings if finding.entry == change.entry.id)


def _one_each(findings: Sequence[Finding]) -> list[Finding]:
    """One finding a place, the first that is said there."""
    return list({finding.order: finding for finding in reversed(findings)}.values())[::-1]


def _places(file: SourceFile, findings: Sequence[Finding], after: Standard, verdict: Verdict) -> Iterator[Place]:
    if not findings:
        return
    correction = correct_file(file, after, only={spot(finding) for finding in findings})
    mended = {spot(finding) for finding in correction.mended}
    channel = verdict.judged_as.channel if verdict.judged_as else None
    for finding in findings:
        mend = Mend.SAFE if spot(finding) in mended else Mend.UNSAFE if finding.fix == "unsafe" else Mend.HAND
        yield place_of(finding, mend, channel)
