"""Proof that corrected bytes read as meant: every segment, and nothing found where something was mended."""

from collections.abc import Iterable, Mapping, Sequence

from msglint.correction.mends import Mend
from msglint.model.document import Document
from msglint.model.judgement import Finding

_OTHERWISE = "with the new text in its place, the text around it would read otherwise"


def misread(before: Document, after: Document, mends: Sequence[Mend]) -> dict[Mend, str] | None:
    """Mends after which the document says something else than was meant, with reasons; {} where it says just that.

    None where it does not, and there is no telling whose fault it is.
    """
    changed = _by_segment(mends)
    wrong: dict[Mend, str] = {}
    strange = len(before.segments) != len(after.segments)
    for index, (old, new) in enumerate(zip(before.segments, after.segments, strict=False)):
        if _folded(new.text) != _folded(_corrected(old.text, index, changed.get(index, ()))):
            strange = True
            wrong |= dict.fromkeys(changed.get(index, ()), _OTHERWISE)
            if len(before.segments) != len(after.segments):
                break
    return wrong if wrong or not strange else None


def found_again(before: Sequence[Finding], after: Iterable[Finding], mends: Sequence[Mend]) -> dict[Mend, str]:
    """Mends at whose place something is found afterwards: the same again, or what was not found there before."""
    old, new = _in_segments(before), _in_segments(after)
    wrong: dict[Mend, str] = {}
    for index, here in _by_segment(mends).items():
        for mend, (start, end) in zip(here, _new_places(index, here), strict=True):
            for finding in new.get(index, ()):
                at = finding.order[1]
                if at >= end or start >= at + max(len(finding.said), 1):
                    continue
                if finding.rule in {mended.rule for mended in mend.findings}:
                    wrong[mend] = "it would be found again afterwards"
                elif not any(one.rule == finding.rule and _meets(one, mend) for one in old.get(index, ())):
                    wrong[mend] = f"the new text would not be right either: {finding.rule} {finding.message}"
    return wrong


def _in_segments(findings: Iterable[Finding]) -> Mapping[int, list[Finding]]:
    found: dict[int, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.order[0], []).append(finding)
    return found


def _by_segment(mends: Iterable[Mend]) -> Mapping[int, list[Mend]]:
    found: dict[int, list[Mend]] = {}
    for mend in mends:
        for index in dict.fromkeys(place[0] for place in mend.places):
            found.setdefault(index, []).append(mend)
    return found


def _edits(index: int, mends: Iterable[Mend]) -> list[tuple[int, int, str]]:
    return sorted(
        (start, end, edit.text)
        for mend in mends
        for (segment, start, end), edit in zip(mend.places, mend.edits, strict=True)
        if segment == index
    )


def _corrected(text: str, index: int, mends: Iterable[Mend]) -> str:
    parts, position = [], 0
    for start, end, new in _edits(index, mends):
        parts += [text[position:start], new]
        position = end
    return "".join([*parts, text[position:]])


def _new_places(index: int, mends: Sequence[Mend]) -> list[tuple[int, int]]:
    """Where in the corrected text of a segment each mend's text stands, from its first edit there to its last."""
    edits = sorted(
        (start, end, len(edit.text), number)
        for number, mend in enumerate(mends)
        for (segment, start, end), edit in zip(mend.places, mend.edits, strict=True)
        if segment == index
    )
    places: dict[int, tuple[int, int]] = {}
    shift = 0
    for start, end, length, number in edits:
        places[number] = places.get(number, (start + shift,))[0], start + shift + length
        shift += length - (end - start)
    return [places[number] for number in range(len(mends))]


def _meets(finding: Finding, mend: Mend) -> bool:
    at = finding.order[1]
    return any(
        start < at + max(len(finding.said), 1) and at < end
        for index, start, end in mend.places
        if index == finding.order[0]
    )


def _folded(text: str) -> str:
    return " ".join(text.split())
