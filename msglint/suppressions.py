"""Comments that silence findings: `msglint: ignore[NAM101] reason`, `msglint: off[CODES]` … `msglint: on`.

`ignore` holds for its own line, or for the next line with text where the comment stands alone; `off` holds from its
line to the next `on` (of that code, or of all). Several codes, prefixes or rule names, in any case, are parted by
commas; none means all. A file of n lines may have n comments and n findings, so neither are looked through for each
other: both are found by part, code and line.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
import sys
from types import MappingProxyType

from msgspec import Struct

from msglint.comments import Directive, directives
from msglint.model.document import Document, Location
from msglint.model.judgement import Finding, Rule
from msglint.selection import IDLE, code_meant, unknown
from msglint.text.fingerprint import fingerprint
from msglint.text.spans import Spans

UNREASONED = "GLO805"

_NO_NAMES: Mapping[str, str] = MappingProxyType({})
_Kind = tuple[str, str]
"""A part of the document and a code or prefix."""


class Suppression(Struct, frozen=True):
    """One code or prefix ("" for all) silenced in the lines `first` to `last` of a part, as a directive says."""

    directive: Directive
    code: str
    first: int
    last: int

    @property
    def kind(self) -> _Kind:
        return self.directive.part, self.code


def suppress(
    document: Document,
    findings: Iterable[Finding],
    rules: Mapping[str, Rule],
    resting: Sequence[str] = (),
    names: Mapping[str, str] = _NO_NAMES,
) -> list[Finding]:
    """The findings that no comment of the document silences, and GLO804 (where it runs) for comments that silence none.

    `rules` are those that ran on the document; a code or prefix that also means one of `resting` is not called idle.
    `names` has the code of every rule there is by its name; what a comment names besides is told. Without any, nothing
    of the kind is.
    """
    found = tuple(directives(document))
    if not found:
        return list(findings)
    suppressions = tuple(_suppressions(found, names))[::-1]
    kept, silenced = _parted(document, findings, suppressions)
    if idle := rules.get(IDLE):
        unused = (each for each in suppressions if not _used(each, silenced))
        told = [(each.directive, _idleness(each.directive)) for each in unused if _fully_ran(each.code, rules, resting)]
        kept += _findings(document, [*told, *_slips(found, names)], idle)
    if unreasoned := rules.get(UNREASONED):
        kept += _findings(document, _without_reason(found), unreasoned)
    return kept


def _suppressions(found: Sequence[Directive], names: Mapping[str, str]) -> Iterator[Suppression]:
    """In reverse, so that the `on` which ends an `off` is known when the `off` comes."""
    on: dict[_Kind, int] = {}
    for directive in reversed(found):
        code = code_meant(directive.code, names)
        if directive.verb == "on":
            on[directive.part, code] = directive.line
        elif directive.verb == "ignore":
            yield Suppression(directive, code, *directive.meant)
        else:
            last = min(on.get((directive.part, prefix), sys.maxsize) for prefix in _prefixes(code))
            yield Suppression(directive, code, directive.line, last)


def _prefixes(code: str) -> Iterator[str]:
    return (code[:length] for length in range(len(code) + 1))


def _parted(
    document: Document, findings: Iterable[Finding], suppressions: Iterable[Suppression]
) -> tuple[list[Finding], Mapping[_Kind, Spans]]:
    """The findings that stay, and the lines of all findings by part and prefix of their code."""
    silent = _by_kind((each.kind, (each.first, each.last)) for each in suppressions)
    kept, lines = [], []
    for finding in findings:
        kinds = [(_part_of(finding, document), prefix) for prefix in _prefixes(finding.rule)]
        first, last = finding.location.line, finding.location.end_line
        if first is None or last is None:
            kept.append(finding)
            continue
        if not any(kind in silent and silent[kind].meet(first, last) for kind in kinds):
            kept.append(finding)
        lines += [(kind, (first, last)) for kind in kinds]
    return kept, _by_kind(lines)


def _by_kind(spans: Iterable[tuple[_Kind, tuple[int, int]]]) -> Mapping[_Kind, Spans]:
    found: dict[_Kind, list[tuple[int, int]]] = {}
    for kind, span in spans:
        found.setdefault(kind, []).append(span)
    return {kind: Spans(each) for kind, each in found.items()}


def _used(suppression: Suppression, findings: Mapping[_Kind, Spans]) -> bool:
    spans = findings.get(suppression.kind)
    return spans is not None and spans.meet(suppression.first, suppression.last)


def _part_of(finding: Finding, document: Document) -> str:
    index = finding.order[0]
    return document.segments[index].part if 0 <= index < len(document.segments) else ""


def _fully_ran(code: str, rules: Mapping[str, Rule], resting: Sequence[str]) -> bool:
    if code and IDLE.startswith(code):  # who silences GLO804 means just this
        return False
    return any(ran.startswith(code) for ran in rules) and not any(other.startswith(code) for other in resting)


def _idleness(directive: Directive) -> str:
    code = f"[{directive.code}]" if directive.code else ""
    return f"The comment msglint: {directive.verb}{code} silences nothing here"


def _without_reason(found: Sequence[Directive]) -> Iterator[tuple[Directive, str]]:
    """Each comment once that silences something and says not why."""
    unique = {(each.part, each.comment): each for each in reversed(found) if each.verb != "on" and not each.reason}
    for directive in reversed(unique.values()):
        yield directive, "This comment says not why"


def _slips(found: Iterable[Directive], names: Mapping[str, str]) -> Iterator[tuple[Directive, str]]:
    """Directives that name no rule, each with what is wrong."""
    codes = sorted(names.values())
    said: dict[str, list[str]] = {}
    for directive in found if codes else ():
        if directive.code not in said:
            said[directive.code] = unknown([directive.code], codes, names)
        for problem in said[directive.code]:
            yield directive, problem[0].upper() + problem[1:]


def _findings(document: Document, told: Iterable[tuple[Directive, str]], rule: Rule) -> Iterator[Finding]:
    ends: dict[str, list[int]] = {}
    for directive, problem in told:
        if directive.part not in ends:
            ends[directive.part] = _furthest_ends(document, directive.part)
        order = bisect_right(ends[directive.part], directive.start)
        yield _finding(document, directive, problem, order, rule)


def _finding(document: Document, directive: Directive, problem: str, order: int, rule: Rule) -> Finding:
    text = document.texts[directive.part]
    said = text[directive.start : directive.end]
    line, column = document.line_and_column(directive.part, directive.start)
    return Finding.of(
        rule,
        Location(document.path, line, column, line, column + len(said)),
        message=rule.say(said=said, owner="", ask="", problem=problem),
        said=said,
        fingerprint=fingerprint(rule.code, None, text, directive.start, directive.end),
        order=(order, 0),
    )


def _furthest_ends(document: Document, part: str) -> list[int]:
    """For each segment, where it and all before it in that part have ended; behind that many stands a directive."""
    ends = (s.pieces[-1].source_end if s.part == part and s.pieces else 0 for s in document.segments)
    return list(accumulate(ends, max))
