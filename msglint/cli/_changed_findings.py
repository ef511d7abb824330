"""From findings in changed files to those on changed lines, or that the old version did not have."""

from collections import Counter
from collections.abc import Iterator, Sequence
import os

from msgspec import Struct
from msgspec.structs import replace

from msglint.changed.changes import Change, Changes, Reference, key
from msglint.changed.git import root_of
from msglint.engine import Standard, judge_file
from msglint.errors import ReadError
from msglint.lazy_pattern import lazy_pattern
from msglint.model.judgement import Finding
from msglint.readers import format_of
from msglint.sources import SourceFile, Walk
from msglint.text.showing import shown

_DECODED = ("eml", "mbox", "msg")
"""Formats whose lines are those of a decoded part, not of the file."""
_LONE_RETURN = lazy_pattern(rb"\r(?!\n)")
"""Ends a line to editors and to us, and none to git."""


class ChangedFindings(Struct, frozen=True):
    """`walk` are the changed files among those asked for; `reference` is against what, `changes` what git said."""

    standard: Standard
    walk: Walk
    reference: Reference
    changes: Changes

    @classmethod
    def of(cls, standard: Standard, walk: Walk, since: str | None) -> "ChangedFindings":
        """Since a commit, or as `--changed` means it. Raises ConfigError where git cannot tell."""
        reference = _reference(since)
        changes = Changes.of(_files(walk, standard), reference)
        return cls(standard, _only_changed(walk, changes), reference, changes)

    def after_writing(self) -> "ChangedFindings":
        """The same, for files as they are now; those that are staged in part have not been written."""
        now = Changes.of(_files(self.walk, self.standard), replace(self.reference, staged=False))
        kept = {path: self.changes.changed[path] for path in self.changes.staged}
        return replace(self, changes=replace(now, changed={**now.changed, **kept}))

    def among(self, findings: Sequence[Finding]) -> list[Finding]:
        """Those to show, in their order."""
        files = {file.path: file for file in self.walk.files}
        by_path: dict[str, list[Finding]] = {}
        for finding in findings:
            by_path.setdefault(finding.location.path, []).append(finding)
        meant: set[int] = set()
        for path, found in by_path.items():
            kept = self._in_file(files[path], found) if path in files else self._of_glossary(found)
            meant.update(id(finding) for finding in kept)
        return [finding for finding in findings if id(finding) in meant]

    def _of_glossary(self, findings: Sequence[Finding]) -> Sequence[Finding]:
        """What contradicts itself does so between lines: shown when any file of the glossary has changed."""
        return findings if any(self.changes.at(file) for file in self.standard.glossary.files) else ()

    def _in_file(self, file: SourceFile, findings: Sequence[Finding]) -> Iterator[Finding]:
        """By lines where the file has some and git tells which have changed, else by what was not there before."""
        change = self.changes.at(file.file) if file.file else Change()
        if change is None or change.is_new:
            yield from findings
            return
        by_line = change.lines is not None and format_of(file.path) not in _DECODED and not _has_lone_returns(file)
        unplaced = []
        for finding in findings:
            first, last = finding.location.line, finding.location.end_line
            if not by_line or first is None or last is None:
                unplaced.append(finding)
            elif change.touches(first, last):
                yield finding
        before = self._before(change) if unplaced else Counter()
        for finding in unplaced:
            if not before[finding.fingerprint]:
                yield finding
            before[finding.fingerprint] -= before[finding.fingerprint] > 0

    def _before(self, change: Change) -> Counter[str]:
        """How often each fingerprint was found in the old version."""
        data = change.old.read() if change.old else None
        if change.old is None or data is None:
            return Counter()
        verdict = judge_file(SourceFile(shown(change.old.path), data=data), self.standard)
        found = [*verdict.findings, *(saying.finding for _, saying in verdict.sayings)]
        return Counter(finding.fingerprint for finding in found)


def _reference(since: str | None) -> Reference:
    """Against what --changed compares: in a hook of git's or of pre-commit's, that which it is run for.

    git sets GIT_INDEX_FILE for its commit hooks (githooks(5)); pre-commit sets PRE_COMMIT, and PRE_COMMIT_FROM_REF
    where it is given two commits (`pre-commit run --from-ref`, pre-push).
    """
    if since is not None:
        return Reference(since)
    if from_commit := os.environ.get("PRE_COMMIT_FROM_REF"):
        return Reference(from_commit)
    return Reference(staged="GIT_INDEX_FILE" in os.environ or os.environ.get("PRE_COMMIT") == "1")


def _files(walk: Walk, standard: Standard) -> list[str]:
    """What git is asked about: the documents, and the glossary where it is in the repository that we are in."""
    here = root_of(os.path.realpath(os.getcwd()))
    glossary = (os.path.realpath(file) for file in standard.glossary.files)
    return [
        *(file.file for file in walk.files if file.file is not None),
        *(file for file in glossary if here is not None and root_of(os.path.dirname(file)) == here),
    ]


def _only_changed(walk: Walk, changes: Changes) -> Walk:
    """The changed files, each as it is staged where that is what counts; standard input is always new."""
    files = []
    for file in walk.files:
        if file.file is None:
            files.append(file)
        elif changes.at(file.file) is not None:
            files.append(replace(file, data=changes.staged.get(key(file.file))))
    return replace(walk, files=tuple(files))


def _has_lone_returns(file: SourceFile) -> bool:
    try:
        return _LONE_RETURN.search(file.read()) is not None
    except ReadError:
        return False
