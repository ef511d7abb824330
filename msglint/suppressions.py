"""Comments that silence findings: `msglint: ignore[NAM101] reason`, `msglint: off[CODES]` … `msglint: on`.

`ignore` holds for its own line, or for the next line with text where the comment stands alone; `off` holds from its
line to the next `on` (of that code, or of all). Several codes or prefixes are parted by commas; none means all.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
import sys

from msglint.comments import Directive, directives
from msglint.model.document import Document, Location
from msglint.model.judgement import Finding, Rule
from msglint.model.scale import Certainty
from msglint.text.fingerprint import fingerprint

IDLE = "GLO804"


@dataclass(frozen=True, slots=True)
class Suppression:
    """One code or prefix ("" for all) silenced in the lines `first` to `last` of a part, as a directive says."""

    directive: Directive
    first: int
    last: int

    def holds(self, finding: Finding, part: str) -> bool:
        line, end_line = finding.location.line, finding.location.end_line
        if line is None or end_line is None or part != self.directive.part:
            return False
        return finding.rule.startswith(self.directive.code) and line <= self.last and end_line >= self.first


def suppress(
    document: Document, findings: Iterable[Finding], rules: Mapping[str, Rule], resting: Sequence[str] = ()
) -> list[Finding]:
    """The findings that no comment of the document silences, and GLO804 (where it runs) for comments that silence none.

    `rules` are those that ran on the document; a code or prefix that also means one of `resting` is not called idle.
    """
    suppressions = tuple(_suppressions(document))
    if not suppressions:
        return list(findings)
    used: set[Suppression] = set()
    kept = []
    for finding in findings:
        holding = [each for each in suppressions if each.holds(finding, _part_of(finding, document))]
        used.update(holding)
        if not holding:
            kept.append(finding)
    idle = rules.get(IDLE)
    if idle:
        unused = (each.directive for each in suppressions if each not in used)
        kept.extend(_finding(document, each, idle) for each in unused if _fully_ran(each.code, rules, resting))
    return kept


def _suppressions(document: Document) -> Iterator[Suppression]:
    found = tuple(directives(document))
    for index, directive in enumerate(found):
        if directive.verb == "ignore":
            yield Suppression(directive, directive.meant, directive.meant)
        elif directive.verb == "off":
            ends = (other.line for other in found[index + 1 :] if _ends(other, directive))
            yield Suppression(directive, directive.line, next(ends, sys.maxsize))


def _ends(other: Directive, off: Directive) -> bool:
    return other.verb == "on" and other.part == off.part and off.code.startswith(other.code)


def _part_of(finding: Finding, document: Document) -> str:
    index = finding.order[0]
    return document.segments[index].part if 0 <= index < len(document.segments) else ""


def _fully_ran(code: str, rules: Mapping[str, Rule], resting: Sequence[str]) -> bool:
    if code and IDLE.startswith(code):  # who silences GLO804 means just this
        return False
    return any(ran.startswith(code) for ran in rules) and not any(other.startswith(code) for other in resting)


def _finding(document: Document, directive: Directive, rule: Rule) -> Finding:
    text = document.texts[directive.part]
    said = text[directive.start : directive.end]
    line, column = document.line_and_column(directive.part, directive.start)
    return Finding(
        rule=rule.code,
        name=rule.name,
        severity=rule.severity,
        certainty=Certainty.CERTAIN,
        message=rule.say(said=said, owner="", ask="", problem=f"the comment {_named(directive)} silences nothing here"),
        location=Location(document.path, line, column, line, column + len(said)),
        said=said,
        fingerprint=fingerprint(rule.code, None, text, directive.start, directive.end),
        order=(_place_in_reading(document, directive), 0),
    )


def _place_in_reading(document: Document, directive: Directive) -> int:
    """The index of the first segment that ends behind a directive."""
    for index, segment in enumerate(document.segments):
        pieces = segment.pieces
        if segment.part == directive.part and pieces and pieces[-1].source_end > directive.start:
            return index
    return len(document.segments)


def _named(directive: Directive) -> str:
    return f"msglint: {directive.verb}" + (f"[{directive.code}]" if directive.code else "")
