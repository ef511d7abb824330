"""An audit as a workbook for Excel and LibreOffice: totals, a row for each finding, the documents, what was not read.

The bytes depend on the audit only: the day of the audit stands for the time of writing.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, time
import io
from typing import Any

from msgspec import Struct, field

from msglint.audit.links import link
from msglint.audit.model import Audit, Group, Score
from msglint.audit.sheet import Sheet, Styles
from msglint.audit.table import COLUMNS, HEADS, Cell, interruption, table
from msglint.audit.telling import counts, statements
from msglint.audit.workbook_mark import CREATOR
from msglint.text.counting import counted
from msglint.text.showing import place

_DOCUMENTS = (("Document", 60), ("Findings", 10), ("Score", 8), ("Channel", 14), ("Read by", 14), ("Region", 12))
_NOT_READ = (("File", 60), ("What is known of it", 90))
_GLOSSARY = (("Place", 50), ("Severity", 10), ("Message", 90))
_TOTALS = (("", 50), ("Findings", 12), ("Score", 10), ("Statements", 12), ("Documents", 12))


def workbook(audit: Audit, folder: str) -> bytes:
    """The .xlsx file that is to lie in `folder`, from where its links lead to the documents."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    book = Workbook(out, {"constant_memory": True})  # rows go to the disk as they are written
    midnight = datetime.combine(audit.as_of, time())
    book.set_properties({"title": "Audit", "author": CREATOR, "created": midnight})
    styles = Styles.of(book)
    totals = Sheet(book, styles, "Totals", _TOTALS, filtered=False)
    linked = _Links(folder)
    sheets = [_findings(audit, book, styles, linked), _documents(audit, book, styles, linked)]
    if rows := list(_not_read(audit)):
        sheets.append(_sheet(book, styles, "Not read", _NOT_READ, rows))
    if rows := [(place(each.location), str(each.severity), each.message) for each in audit.health]:
        sheets.append(_sheet(book, styles, "The glossary", _GLOSSARY, rows))
    _totals(audit, totals, sheets)
    book.close()
    return out.getvalue()


class _Links(Struct):
    """The address of each document, looked up once."""

    folder: str
    known: dict[str, str | None] = field(default_factory=dict)

    def of(self, path: str) -> str | None:
        if path not in self.known:
            self.known[path] = link(path, self.folder)
        return self.known[path]


def _findings(audit: Audit, book: Any, styles: Styles, linked: _Links) -> Sheet:
    sheet = Sheet(book, styles, "Findings", [(column.head, column.width) for column in COLUMNS])
    for one, row in zip(audit.findings, table(audit), strict=True):
        sheet.add(
            row, styles.severities.get(one.finding.severity), {HEADS.index("Document"): linked.of(one.document.path)}
        )
    sheet.finish(printed=HEADS.index("Ask") + 1)
    return sheet


def _documents(audit: Audit, book: Any, styles: Styles, linked: _Links) -> Sheet:
    sheet = Sheet(book, styles, "Documents", _DOCUMENTS)
    for document in audit.documents:
        about = (document.channel, document.audience, document.region)
        row = (document.path, len(document.findings), _percent(document.score), *about)
        sheet.add(row, links={0: linked.of(document.path)})
    sheet.finish()
    return sheet


def _sheet(book: Any, styles: Styles, name: str, heads: Sequence[tuple[str, int]], rows: Iterable[Any]) -> Sheet:
    sheet = Sheet(book, styles, name, heads)
    for row in rows:
        sheet.add(row)
    sheet.finish()
    return sheet


def _not_read(audit: Audit) -> Iterator[tuple[Cell, ...]]:
    missing = audit.not_read
    yield from ((problem, "asked for, and not there") for problem in missing.missing)
    yield from ((place(each.location), each.message) for each in missing.unreadable)
    yield from ((path, "no text in it") for path in missing.textless)
    for suffix, paths in missing.skipped.items():
        kind = f"no reader for {suffix}" if suffix else "no suffix that tells what it is"
        yield from ((path, kind) for path in paths)
    if missing.excluded:
        yield counted(missing.excluded, "file"), "left out on purpose: by the settings, as glossary or as a report"


def _totals(audit: Audit, sheet: Sheet, others: Iterable[Sheet]) -> None:
    sheet.say(f"Audit of {', '.join(audit.paths)}, as of {audit.as_of}", strong=True)
    if audit.interrupted:
        sheet.say(interruption(audit), strong=True)
    sheet.say(f"{counted(len(audit.documents), 'document')} held against {audit.glossary.path}")
    sheet.say(counts(one.finding for one in audit.findings))
    if (percent := _percent(audit.score)) is not None:
        sheet.say(f"Alignment score: {percent} of 100; {statements(audit.score)}")
    for other in others:
        for cut in other.cuts():
            sheet.say(f"Sheet “{other.name}”: {cut}", strong=True)
    for title, groups, nobody in (
        ("By channel", audit.channels, "(not known)"),
        ("By owner", audit.owners, "(no owner)"),
        ("By entry", audit.entries, "(no entry)"),
        ("By folder", audit.folders, "(not known)"),
        ("By rule", audit.by_rule, ""),
    ):
        sheet.say("")
        sheet.head((title, *(head for head, _ in _TOTALS[1:])))
        for group in groups:
            name = audit.name(group.key) if groups is audit.entries else group.key
            sheet.add(_total(name or nobody, group))
    sheet.say("")
    sheet.say("The score is rounded down; how it is counted stands on the page that --html writes, and in the manual.")


def _total(name: str, group: Group) -> tuple[Cell, ...]:
    return name, group.findings, _percent(group.score), group.score.statements, group.documents


def _percent(score: Score) -> int | None:
    return None if score.percent is None else int(score.percent)
