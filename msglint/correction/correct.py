"""One file corrected: what can be mended is, and what cannot is left with a reason.

Nothing is trusted that was not read back: each segment must say what was meant and every other one what it said, what
was mended may not be found again, and nothing new where it stood.
"""

from collections.abc import Collection, Iterable, Sequence

from msgspec import Struct

from msglint import registry
from msglint.correction.mends import Mend, chosen, edits_of
from msglint.correction.proof import found_again, misread
from msglint.correction.unfixable import why_not
from msglint.engine import Standard, Verdict, judge_file
from msglint.engine.document import judge_document
from msglint.errors import ReadError
from msglint.fixers import Fixed
from msglint.model.document import Document
from msglint.model.judgement import Finding
from msglint.readers import Source, format_of, read
from msglint.sources import SourceFile

_FIXERS = "msglint.fixers"
_MOST_PASSES = 5
"""Of edits that overlap one waits for the next pass, and a correction may uncover another one."""

_Key = tuple[str, int, str, str | None]
Spot = tuple[str, tuple[int, int], str]
"""A finding in a document as it is: rule, order, fingerprint."""


class Correction(Struct, frozen=True):
    """What came of one file.

    before, data  the bytes as they are and as they should be; the same where nothing was mended
    verdict       what is found in `data`
    passes        the document as it was read before and after each pass that mended something; () where none did
    mended        a finding for each place that was mended, as it stood then
    left          findings that have a correction and were not mended, each with the reason
    """

    file: SourceFile
    before: bytes
    data: bytes
    verdict: Verdict
    passes: tuple[Document, ...] = ()
    mended: tuple[Finding, ...] = ()
    left: tuple[tuple[Finding, str], ...] = ()


def correct_file(
    file: SourceFile, standard: Standard, unsafe: bool = False, only: Collection[Spot] | None = None
) -> Correction:
    """Correct a file in memory; nothing is written. `unsafe`: also what is only likely to be right.

    `only` what is found at these spots is corrected, in one pass: after it they are where they were no longer.
    """
    try:
        before = data = file.read()
        document = read(Source(file.path, data), format_of(file.path))
    except ReadError:
        return Correction(file, b"", b"", judge_file(file, standard))
    verdict = judge_document(document, standard)
    meant = [each for each in _fixable(verdict.findings, unsafe) if only is None or spot(each) in only]
    if not meant:
        return Correction(file, data, data, verdict)
    if reason := why_not(document, file):
        return Correction(file, data, data, verdict, left=tuple((each, reason) for each in meant))
    passes: list[Document] = [document]
    mended: list[Finding] = []
    refused: dict[_Key, str] = {}
    for _ in range(_MOST_PASSES if only is None else 1):
        open_ = [finding for finding in meant if _key(finding) not in refused]
        attempt = _Attempt(file, data, document, verdict, standard)
        attempt.make(chosen(open_, document))
        refused |= {_key(finding): reason for mend, reason in attempt.refused for finding in mend.findings}
        if attempt.outcome is None:
            break
        data, document, verdict = attempt.outcome
        mended += [mend.finding for mend in attempt.made]
        passes.append(document)
        satisfied = {spot(finding) for mend in attempt.made for finding in mend.findings}
        meant = _fixable(verdict.findings, unsafe) if only is None else [x for x in meant if spot(x) not in satisfied]
    if len(passes) == 1:
        passes = []
    return Correction(file, before, data, verdict, tuple(passes), tuple(mended), _left(meant, refused))


def spot(finding: Finding) -> Spot:
    """Which of a document's findings it is, as long as the document stays as it is."""
    return finding.rule, finding.order, finding.fingerprint


def asks_for_correction(verdict: Verdict, unsafe: bool = False) -> bool:
    """Whether something in the file can be mended, by its findings alone: they may come without their edits."""
    return any(finding.fix in _wanted(unsafe) for finding in verdict.findings)


def _fixable(findings: Sequence[Finding], unsafe: bool) -> list[Finding]:
    return [finding for finding in findings if finding.fix in _wanted(unsafe) and finding.edits]


def _wanted(unsafe: bool) -> tuple[str, ...]:
    return ("safe", "unsafe") if unsafe else ("safe",)


def _key(finding: Finding) -> _Key:
    """What stays the same of a finding when something else in its segment is corrected."""
    return finding.rule, finding.order[0], finding.said, finding.suggestion


def _left(findings: Iterable[Finding], refused: dict[_Key, str]) -> tuple[tuple[Finding, str], ...]:
    reason = "another correction stands in its place"
    return tuple((finding, refused.get(_key(finding), reason)) for finding in findings)


class _Attempt:
    """One pass over one document. `outcome` is None where nothing could be mended."""

    def __init__(self, file: SourceFile, data: bytes, document: Document, verdict: Verdict, standard: Standard) -> None:
        self._file, self._data, self._document = file, data, document
        self._verdict, self._standard = verdict, standard
        self.made: list[Mend] = []
        self.refused: list[tuple[Mend, str]] = []
        self.outcome: tuple[bytes, Document, Verdict] | None = None

    def make(self, mends: list[Mend]) -> bool:
        """Carry out all of them that can be; what cannot is `refused`. Whether something was made."""
        while mends:
            data, wrong = self._carried_out(mends)
            if not wrong and (found := self._proven(data, mends)) is not None:
                if not isinstance(found, dict):
                    self.made, self.outcome = mends, found
                    return True
                wrong = found
            if not wrong:
                return self._halved(mends)
            self.refused += wrong.items()
            mends = [mend for mend in mends if mend not in wrong]
        return False

    def _halved(self, mends: list[Mend]) -> bool:
        """There is no telling which of them do harm: find out by halves."""
        if len(mends) == 1:
            self.refused.append((mends[0], "with the new text in its place, the document could not be read as before"))
            return False
        middle = len(mends) // 2
        good = []
        for half in (mends[:middle], mends[middle:]):
            if self.make(half):
                good.append((self.made, self.outcome))
        if len(good) == 2 and self._together([*good[0][0], *good[1][0]]):
            return True
        if len(good) == 2:
            self.refused += [
                (mend, "it cannot be corrected together with what stands before it") for mend in good[1][0]
            ]
        if good:
            self.made, self.outcome = good[0]
        return bool(good)

    def _together(self, mends: list[Mend]) -> bool:
        data, wrong = self._carried_out(mends)
        found = None if wrong else self._proven(data, mends)
        if found is None or isinstance(found, dict):
            return False
        self.made, self.outcome = mends, found
        return True

    def _carried_out(self, mends: list[Mend]) -> tuple[bytes, dict[Mend, str]]:
        edits = edits_of(mends)
        fixer = registry.load(_FIXERS, self._document.format)
        fixed: Fixed = fixer.fix(self._data, self._document, [edit for edit, _ in edits])
        return fixed.data, {edits[index][1]: reason for index, reason in sorted(fixed.refused.items(), reverse=True)}

    def _proven(self, data: bytes, mends: list[Mend]) -> tuple[bytes, Document, Verdict] | dict[Mend, str] | None:
        """What was read and judged; or which mends do harm; or None where there is no telling which."""
        try:
            document = read(Source(self._file.path, data), self._document.format)
        except ReadError:
            return None
        wrong = misread(self._document, document, mends)
        if wrong is None or wrong:
            return wrong
        verdict = judge_document(document, self._standard)
        again = found_again(self._verdict.findings, verdict.findings, mends)
        return again or (data, document, verdict)
