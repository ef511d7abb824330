"""What a run came to, in a line or two, and what to do next."""

from collections import Counter
from collections.abc import Iterator

from msglint.model.judgement import Report
from msglint.model.scale import Severity


def summary(report: Report) -> Iterator[str]:
    """Lines for people: counts, then the next step where there is one."""
    count = Counter(finding.severity for finding in report.findings)
    said = f"{_number(report.documents, 'document')}, {_number(len(report.findings), 'finding')}"
    if report.findings:
        kinds = ((Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.NOTE, "note"))
        said += f" ({', '.join(_number(count[kind], name) for kind, name in kinds if count[kind])})"
    if report.skipped:
        said += f"; {_number(report.skipped, 'file')} passed over for want of a reader"
    yield said
    if report.findings:
        first = Counter(finding.rule for finding in report.findings).most_common(1)[0][0]
        yield f"`msglint explain {first}` says why it matters; a comment `msglint: ignore[{first}] reason` silences one"
    elif not report.documents and not report.unreadable:
        yield "nothing was checked: is this the right folder? Formats that can be read: see `msglint check --help`"


def statistics(report: Report) -> Iterator[str]:
    """How often each rule found something, most often first."""
    counts = Counter((finding.rule, finding.name) for finding in report.findings)
    for (rule, name), number in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield f"{number:6}  {rule}  {name}"


def _number(count: int, noun: str) -> str:
    return f"{count or 'no'} {noun}{'' if count == 1 else 's'}"
