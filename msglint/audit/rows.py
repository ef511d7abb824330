"""Findings as the page's script and template want them: plain values, short excerpts, an address for each."""

from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from msgspec import Struct, field

from msglint.audit.grouping import folder
from msglint.audit.model import Audit, AuditedDocument, Placed
from msglint.model.glossary import Entry
from msglint.model.judgement import Excerpt, Finding, Rule
from msglint.text.showing import place, visible

_REACH = 110
"""Characters of an excerpt on each side of the words found: two or three lines of a page."""
_LONGEST = 400
"""Characters of what was found, where it is a whole passage."""

Row = dict[str, Any]


class _Table(Struct):
    """Each value once, in the order in which they are met; rows refer to them by number."""

    values: list[Row] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)

    def number(self, key: str, value: Row) -> int:
        if key not in self.numbers:
            self.numbers[key] = len(self.values)
            self.values.append(value)
        return self.numbers[key]


def rows_of(audit: Audit) -> dict[str, list[Row]]:
    """{"findings", "documents", "rules", "entries"}: a finding has the numbers of its document, rule and entry.

    `id` tells findings apart and stays the same from audit to audit while the words around them and their file do, so
    that an address sent to somebody leads to the same finding tomorrow.
    """
    documents, rules, entries = _Table(), _Table(), _Table()
    copies: Counter[tuple[str, str]] = Counter()
    findings = []
    for placed in audit.findings:
        finding, document = placed.finding, placed.document
        entry = audit.entry(finding.entry)
        identity = (document.path, finding.fingerprint)
        copies[identity] += 1
        row = _finding(placed, _id(*identity, copies[identity]))
        row["document"] = documents.number(document.path, _document(document))
        row["rule"] = rules.number(finding.rule, _rule(finding, audit.rules))
        row["entry"] = entries.number(entry.id, _entry(entry)) if entry else None
        findings.append(row)
    return {
        "findings": findings,
        "documents": documents.values,
        "rules": rules.values,
        "entries": entries.values,
    }  # fmt: skip


def _id(path: str, fingerprint: str, copy: int) -> str:
    return "f-" + sha256(f"{path}\0{fingerprint}\0{copy}".encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _finding(placed: Placed, id: str) -> Row:
    finding = placed.finding
    before, said, after = around(finding.excerpt) if finding.excerpt else ("", visible(finding.said), "")
    return {
        "id": id,
        "severity": str(finding.severity),
        "certainty": str(finding.certainty),
        "place": place(finding.location),
        "message": visible(finding.message),
        "suggestion": visible(finding.suggestion) if finding.suggestion is not None else None,
        "since": finding.since.isoformat() if finding.since else None,
        "before": before,
        "said": said,
        "after": after,
    }


def around(excerpt: Excerpt) -> tuple[str, str, str]:
    """What stands before, what was found and what stands after, as much as is worth showing."""
    text = excerpt.text.replace("\n", " ").replace("\t", " ")
    before, said, after = text[: excerpt.start], text[excerpt.start : excerpt.end], text[excerpt.end :]
    before = before.lstrip() if len(before) <= _REACH else "…" + before[-_REACH:]
    if len(said) > _LONGEST:
        said = said[:_LONGEST] + "…"
    if len(after) > _REACH:
        after = after[:_REACH] + "…"
    return visible(before), visible(said), visible(after)


def _document(document: AuditedDocument) -> Row:
    return {
        "path": visible(document.path),
        "folder": visible(folder(document.path)),
        "channel": document.channel,
        "audience": document.audience,
        "region": document.region,
    }


def _rule(finding: Finding, rules: Mapping[str, Rule]) -> Row:
    rule = rules.get(finding.rule)
    return {"code": finding.rule, "name": finding.name, "why": rule.why if rule else ""}


def _entry(entry: Entry) -> Row:
    return {"id": entry.id, "name": visible(entry.preferred.text), "owner": entry.owner}


def joined(rows: Mapping[str, Sequence[Row]], first: int) -> list[Row]:
    """The first findings with their documents, rules and entries instead of numbers: what the template prints."""
    return [
        {
            **row,
            "document": rows["documents"][row["document"]],
            "rule": rows["rules"][row["rule"]],
            "entry": None if row["entry"] is None else rows["entries"][row["entry"]],
        }
        for row in rows["findings"][:first]
    ]
