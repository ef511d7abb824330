"""An audit on a terminal: how good, who, what to do first, what was not read. The page has the rest."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
import shlex

from rich.console import RenderableType
from rich.text import Text

from msglint.audit.model import Audit, AuditedDocument, Group, Score
from msglint.audit.telling import counts, shown_score, statements
from msglint.cli._console import laid_out, table
from msglint.text.counting import counted
from msglint.text.showing import visible

_TOP = 5
"""Documents and entries told of: as many as somebody does in a morning."""
_METER = 20
_SUFFIXES = 6


def summary(audit: Audit, written: Sequence[str], color: bool, columns: int) -> str:
    """The summary as text; without colour it is plain. `written` are the files that have the whole audit."""
    return laid_out(_parts(audit, written), color, columns)


def _parts(audit: Audit, written: Sequence[str]) -> Iterator[RenderableType]:
    yield from _headline(audit)
    if audit.knows_channels:
        yield from _groups("By channel", audit.channels, "no channel known")
    else:
        yield from _groups("By folder", audit.folders, "")
    yield from _groups("By owner", audit.owners, "no owner")
    yield from _documents([document for document in audit.documents if document.findings][:_TOP])
    yield from _entries(audit)
    yield from _beside(audit)
    yield from _next(audit, written)


def _headline(audit: Audit) -> Iterator[Text]:
    if audit.interrupted:
        yield Text(f"Interrupted: {len(audit.documents):,} of {counted(audit.total, 'document')} read", "bold yellow")
    percent = audit.score.percent
    if percent is None:
        why = "the documents speak of nothing in the glossary" if audit.documents else "no document was read"
        yield Text(f"No alignment score: {why}", "bold")
    else:
        full = int(percent * _METER // 100)
        yield Text.assemble(
            ("Alignment ", "bold"),
            (f"{shown_score(audit.score)} of 100 ", "bold"),
            ("█" * full, "green" if percent >= 90 else "yellow" if percent >= 60 else "red"),
            ("░" * (_METER - full), "dim"),
            f"  {statements(audit.score)}",
        )
    found = counts(one.finding for one in audit.findings)
    yield Text(f"{counted(len(audit.documents), 'document')} as of {audit.as_of}: {found}")


def _groups(title: str, groups: Iterable[Group], nobody: str) -> Iterator[RenderableType]:
    rows = table(title, "score", "findings", "documents")
    for group in [group for group in groups if group.findings or group.score.statements][:_TOP]:
        rows.add_row(*_row(group.key or nobody, group.score), f"{group.findings:,}", f"{group.documents:,}")
    if rows.row_count:
        yield from (Text(), rows)


def _documents(worst: Iterable[AuditedDocument]) -> Iterator[RenderableType]:
    rows = table("Documents to mend first", "score", "findings")
    for document in worst:
        rows.add_row(*_row(document.path, document.score), f"{len(document.findings):,}")
    if rows.row_count:
        yield from (Text(), rows)


def _entries(audit: Audit) -> Iterator[RenderableType]:
    rows = table("Entries misstated most", "score", "findings", "documents", "ask", left="ask")
    for group in [group for group in audit.entries if group.key and group.findings][:_TOP]:
        entry = audit.entry(group.key)
        owner = Text(visible(entry.owner or "") if entry else "")
        name = audit.name(group.key) or ""
        rows.add_row(*_row(name, group.score), f"{group.findings:,}", f"{group.documents:,}", owner)
    if rows.row_count:
        yield from (Text(), rows)


def _beside(audit: Audit) -> Iterator[Text]:
    """What is no finding in a document: the glossary's own health, and what is not known."""
    lines = []
    if audit.health:
        lines.append(f"The glossary itself: {counts(audit.health)} (`msglint glossary check`)")
    missing = audit.not_read
    if missing.unreadable:
        lines.append(f"Not read, or not wholly: {counted(len(missing.unreadable), 'place')}")
        lines += [f"  {visible(each.location.path)}: {visible(each.message)}" for each in missing.unreadable[:_TOP]]
    if missing.textless:
        lines.append(f"Without text: {counted(len(missing.textless), 'document')}")
    if missing.skipped:
        number = sum(map(len, missing.skipped.values()))
        kinds = [f"{suffix or 'no suffix'} {len(paths)}" for suffix, paths in missing.skipped.items()]
        more = ", …" if len(kinds) > _SUFFIXES else ""
        lines.append(f"Without a reader: {counted(number, 'file')} ({visible(', '.join(kinds[:_SUFFIXES]))}{more})")
    if lines:
        yield Text()
    yield from (Text(line) for line in lines)


def _next(audit: Audit, written: Sequence[str]) -> Iterator[Text]:
    yield Text()
    if not audit.total:
        yield Text("Nothing was read: is this the right folder?")
    elif audit.documents and not audit.findings:
        yield Text("Nothing to mend.")
    elif audit.findings:
        safe = Counter(one.finding.fix for one in audit.findings)["safe"]
        if safe:
            command = visible(shlex.join(["msglint", "fix", *audit.paths, "--diff"]))
            yield Text(f"Next: `{command}` shows what can be mended by itself ({counted(safe, 'place')}).")
    if written:
        yield Text(f"Every finding, to search, filter and print: {visible(', '.join(written))}")
    elif audit.findings:
        yield Text("Every finding on a page to search, filter and print: add --html audit.html")


def _row(name: str, score: Score) -> tuple[Text, Text]:
    return Text(visible(name)), Text(shown_score(score))
