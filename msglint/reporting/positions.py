"""Where findings stand in their files, for programs that open those files themselves."""

from collections import Counter
from collections.abc import Iterable, Iterator

from msglint.model.document import Location
from msglint.model.judgement import Finding
from msglint.text.showing import visible


def file_lines(finding: Finding) -> Location | None:
    """The finding's location where it counts the lines of the file itself.

    None in formats without lines, and in the parts of a mail, which are decoded before their lines are counted.
    """
    at = finding.location
    if at.line is None or at.column is None:
        return None
    counts_the_file = at.place is None or (finding.excerpt is not None and finding.excerpt.number is not None)
    return at if counts_the_file else None


def message_with_place(finding: Finding) -> str:
    """The message, behind the place where there is one: for consumers that know of lines only."""
    place = finding.location.place
    return f"{place}: {finding.message}" if place else finding.message


def said_in_full(finding: Finding) -> bool:
    """Whether the excerpt holds all that the finding's region holds: on one line, and not cut short."""
    at, excerpt = finding.location, finding.excerpt
    if excerpt is None or at.column is None or at.end_column is None or at.line != at.end_line:
        return False
    return excerpt.end - excerpt.start == at.end_column - at.column


def replacement(finding: Finding) -> str | None:
    """What another program may put in the place of the finding's `file_lines`; None where that takes a fixer.

    Only where the file says it in just the words found (no markup, entity or line break within) and no character comes
    in that the file's format may want escaped.
    """
    excerpt = finding.excerpt
    if finding.fix != "safe" or finding.suggestion is None or len(finding.edits) > 1:
        return None
    if not file_lines(finding) or excerpt is None or excerpt.text[excerpt.start : excerpt.end] != finding.said:
        return None
    text = finding.suggestion
    plain = text == visible(text) and all(character.isalnum() or character in finding.said + " " for character in text)
    return text if plain else None


def numbered(findings: Iterable[Finding]) -> Iterator[tuple[Finding, int]]:
    """Each finding with its number, from 1, among those of its path and fingerprint: together they are unique."""
    seen: Counter[tuple[str, str, str]] = Counter()
    for finding in findings:
        key = (finding.location.path, finding.rule, finding.fingerprint)
        seen[key] += 1
        yield finding, seen[key]
