"""A baseline: findings that were there when msglint came, counted and not shown again.

Findings are told apart by fingerprint, so that moved lines, renamed files and edited neighbours change nothing. Copies
of a text share one: a baseline counts them, file by file.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from msglint.model.judgement import Finding
from msglint.model.scale import Certainty
from msglint.text.showing import visible

_LONGEST = 60
"""Characters of what was said that are kept, for people to read."""

_SAYS_BOTH = "NAM108"
"""That a document says the new name as well as the old one: so does each that is mended bit by bit."""

Seen = Callable[[str], str]
"""From a path as shown to the path a baseline knows it by: relative to the baseline's folder, with forward slashes."""


class Known(Struct, frozen=True):
    """`count` findings of one fingerprint in one file. `path` is where they were seen and `said` what: hints.

    certainty  the least of them, which a run must show before it can tell that one is gone
    """

    fingerprint: str
    path: str
    count: int
    rule: str
    certainty: Certainty
    said: str


class Comparison(Struct, frozen=True):
    """What a run's findings are to a baseline: the `new`, and what `matched` of each entry.

    beside  neither: they only say more of words that are known to be stale
    """

    new: tuple[Finding, ...]
    beside: tuple[Finding, ...]
    matched: Counter[Known]


class Baseline(Struct, frozen=True):
    """Entries by fingerprint and path, each pair once."""

    entries: tuple[Known, ...] = ()

    @classmethod
    def of(cls, entries: Iterable[Known]) -> "Baseline":
        """In order. Of entries for the same findings in the same file, as merges leave them, the highest count."""
        found: dict[tuple[str, str], Known] = {}
        for entry in entries:
            other = found.setdefault((entry.fingerprint, entry.path), entry)
            if entry.count > other.count:
                found[entry.fingerprint, entry.path] = entry
        return cls(tuple(found[key] for key in sorted(found)))

    @classmethod
    def of_findings(cls, findings: Iterable[Finding], seen: Seen) -> "Baseline":
        """A baseline that knows just these."""
        found: dict[tuple[str, str], Known] = {}
        for finding in findings:
            entry = _entry(finding, seen)
            other = found.get((entry.fingerprint, entry.path))
            if other is not None:
                entry = replace(other, count=other.count + 1, certainty=min(other.certainty, entry.certainty))
            found[entry.fingerprint, entry.path] = entry
        return cls.of(found.values())

    def compare(self, findings: Sequence[Finding], seen: Seen, may_have_moved: Callable[[str], bool]) -> Comparison:
        """Which of these are new, earlier ones being known first.

        What was seen in a file is looked for there, then elsewhere if it `may_have_moved` from that path: a file that
        is there and not looked at keeps what is known of it, so that a copy of its text is new.
        """
        open_ = {(entry.fingerprint, entry.path): entry.count for entry in self.entries}
        by_key = {(entry.fingerprint, entry.path): entry for entry in self.entries}
        matched: Counter[Known] = Counter()
        unclaimed = []
        for finding in findings:
            key = finding.fingerprint, visible(seen(finding.location.path))
            if open_.get(key):
                open_[key] -= 1
                matched[by_key[key]] += 1
            else:
                unclaimed.append(finding)
        new = self._not_moved(unclaimed, matched, may_have_moved)
        beside = _beside_known(new, findings)
        return Comparison(tuple(finding for finding in new if finding not in beside), beside, matched)

    def _not_moved(
        self, findings: Iterable[Finding], matched: Counter[Known], may_have_moved: Callable[[str], bool]
    ) -> tuple[Finding, ...]:
        wanted = {finding.fingerprint for finding in findings}
        spare: dict[str, list[Known]] = {}
        for entry in self.entries:
            left = entry.count - matched[entry]
            if left and entry.fingerprint in wanted and may_have_moved(entry.path):
                spare.setdefault(entry.fingerprint, []).extend([entry] * left)
        new = []
        for finding in findings:
            if entries := spare.get(finding.fingerprint):
                matched[entries.pop(0)] += 1
            else:
                new.append(finding)
        return tuple(new)


def _beside_known(new: Sequence[Finding], findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Of the new ones those that only say more of words which are known to be stale."""
    if not any(finding.rule == _SAYS_BOTH for finding in new):
        return ()
    ids = {id(finding) for finding in new}
    known = {finding.location for finding in findings if id(finding) not in ids}
    return tuple(finding for finding in new if finding.rule == _SAYS_BOTH and finding.location in known)


def _entry(finding: Finding, seen: Seen) -> Known:
    said = visible(finding.said)
    said = said if len(said) <= _LONGEST else said[: _LONGEST - 1] + "…"
    return Known(
        finding.fingerprint, visible(seen(finding.location.path)), 1, finding.rule, finding.certainty, said.strip()
    )


def pruned(baseline: Baseline, matched: Counter[Known], judged: Callable[[Known], bool]) -> Baseline:
    """Without what a run did not find again, of entries that it `judged`."""
    kept = (replace(entry, count=matched[entry]) if judged(entry) else entry for entry in baseline.entries)
    return Baseline(tuple(entry for entry in kept if entry.count))
