"""What a run came to, in a line or two, and what to do next."""

from collections import Counter
from collections.abc import Iterator

from msglint import registry
from msglint.comments import takes_comments
from msglint.correction.unfixable import is_corrected
from msglint.model.judgement import Finding, Report
from msglint.model.scale import Severity
from msglint.readers import format_of
from msglint.selection import OF_GLOSSARY
from msglint.text.counting import counted


def summary(
    report: Report, mended: bool = False, only_changed: bool = False, subject: str | None = None
) -> Iterator[str]:
    """Lines for people: counts, then the next step where there is one.

    mended        what can be, has been;  only_changed  documents were checked, not all
    subject       what was checked, where that is not documents alone
    """
    count = Counter(finding.severity for finding in report.findings)
    documents = counted(report.documents, "changed document" if only_changed else "document")
    said = f"{subject or documents}, {counted(len(report.findings), 'finding')}"
    if report.findings:
        kinds = ((Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.NOTE, "note"))
        said += f" ({', '.join(counted(count[kind], name) for kind, name in kinds if count[kind])})"
    if report.known:
        said += f"; {report.known:,} known from the baseline"
    if report.unchanged:
        said += f"; {report.unchanged:,} more where nothing changed"
    if report.skipped:
        said += f"; {counted(report.skipped, 'file')} passed over for want of a reader"
    yield said
    if report.findings:
        yield from () if mended else _mendable(report, only_shown=only_changed or report.known > 0)
        yield _next_step(report)
    elif only_changed:
        if not report.documents:
            yield "no document has changed"
    elif not (subject or report.documents or report.unreadable):
        formats = ", ".join(registry.names("msglint.readers"))
        yield f"nothing was checked: is this the right folder? Formats that can be read: {formats}"


def _mendable(report: Report, only_shown: bool) -> Iterator[str]:
    """How many findings can be mended, where any can: by `fix`, or where others are not shown, by what leaves those."""
    command, option = ("check --fix", "--unsafe-fixes") if only_shown else ("fix", "--unsafe")
    count = Counter(finding.fix for finding in report.findings if is_corrected(finding.location.path))
    safe, unsafe = count["safe"], count["unsafe"]
    if safe:
        more = f", and {unsafe:,} more with {option}" if unsafe else ""
        yield f"`msglint {command}` mends {safe:,} of them{more}; add --diff to look first"
    elif unsafe:
        yield f"`msglint {command} {option}` mends {unsafe:,} of them; add --diff to look first"


def _next_step(report: Report) -> str:
    """What to do about the rule that is broken most often, of those that a comment silences if there are any."""
    by_comment = Counter(finding.rule for finding in report.findings if _takes_comments(finding))
    by_rule = by_comment or Counter(finding.rule for finding in report.findings)
    rule = by_rule.most_common(1)[0][0]
    said = f"`msglint explain {rule}` says why it matters"
    if by_comment:
        return f"{said}; a comment `msglint: ignore[{rule}] reason` silences one"
    if rule.startswith(OF_GLOSSARY):  # mended there, not silenced
        return said
    return f"{said}; `per_file_ignores` in msglint.yaml silences it for a file"


def _takes_comments(finding: Finding) -> bool:
    format = format_of(finding.location.path)
    if format is None or finding.location.line is None or finding.rule.startswith(OF_GLOSSARY):
        return False
    return takes_comments(format)


def statistics(report: Report) -> Iterator[str]:
    """How often each rule found something, most often first."""
    counts = Counter((finding.rule, finding.name) for finding in report.findings)
    for (rule, name), number in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield f"{number:6}  {rule}  {name}"
