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


def found_again(
    before: Sequence[Finding], document: Document, after: Iterable[Finding], mends: Sequence[Mend]
) -> dict[Mend, str]:
    """Mends at whose place something is found afterwards: the same again, or what was not found there before.

    document  what was read before
    """
    findings: dict[int, list[Finding]] = {}
    for finding in after:
        findings.setdefault(finding.order[0], []).append(finding)
    wrong: dict[Mend, str] = {}
    for index, here in _by_segment(mends).items():
        found = findings.get(index, ())
        for mend, (start, end) in zip(here, _new_places(document.segments[index].text, index, here), strict=True):
            known = {finding.rule for finding in before if finding.order[0] == index and _meets(finding, mend)}
            for finding in found:
                at = finding.order[1]
                if at < end and start < at + max(len(finding.said), 1):
                    if finding.rule in {mended.rule for mended in mend.findings}:
                        wrong[mend] = "it would be found again afterwards"
                    elif finding.rule not in known:
                        wrong[mend] = f"the new text would not be right either: {finding.rule} {finding.message}"
    return wrong


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
    for start, end, new in reversed(_edits(index, mends)):
        text = text[:start] + new + text[end:]
    return text


def _new_places(text: str, index: int, mends: Sequence[Mend]) -> list[tuple[int, int]]:
    """Where in the corrected text of a segment each mend's text stands, from its first edit there to its last."""
    places = []
    for mend in mends:
        own = _edits(index, [mend])
        earlier = [edit for edit in _edits(index, mends) if edit < own[0]]
        start = own[0][0] + sum(len(new) - (end - begin) for begin, end, new in earlier)
        inside = [edit for edit in _edits(index, mends) if own[0] <= edit <= own[-1]]
        grown = sum(len(new) - (end - begin) for begin, end, new in inside)
        places.append((start, start + own[-1][1] - own[0][0] + grown))
    return places


def _meets(finding: Finding, mend: Mend) -> bool:
    at = finding.order[1]
    return any(
        start < at + max(len(finding.said), 1) and at < end
        for index, start, end in mend.places
        if index == finding.order[0]
    )


def _folded(text: str) -> str:
    return " ".join(text.split())
