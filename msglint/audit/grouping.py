"""The same findings and statements from every side: by entry, owner, channel, folder, rule."""

from collections import defaultdict
from collections.abc import Callable, Iterable
import os

from msglint.audit.model import AuditedDocument, Group
from msglint.audit.score import burden, score, weight
from msglint.model.glossary import Glossary
from msglint.model.judgement import Finding

_Of = Callable[[AuditedDocument, str | None], str | None]
"""What a statement or finding belongs to, by its document and the id of its entry."""


def by_entry(documents: Iterable[AuditedDocument]) -> tuple[Group, ...]:
    """A group for each entry; findings that belong to none have None."""
    return _grouped(documents, lambda document, entry: entry)


def by_owner(documents: Iterable[AuditedDocument], glossary: Glossary) -> tuple[Group, ...]:
    """A group for each owner of entries; None for entries without one."""

    def owner(document: AuditedDocument, entry: str | None) -> str | None:
        found = glossary.ids.get(entry) if entry else None
        return found.owner if found else None

    return _grouped(documents, owner)


def by_channel(documents: Iterable[AuditedDocument]) -> tuple[Group, ...]:
    """A group for each channel that documents are known to be of; None for the others."""
    return _grouped(documents, lambda document, entry: document.channel)


def by_folder(documents: Iterable[AuditedDocument]) -> tuple[Group, ...]:
    """A group for each folder, "." for the working directory."""
    return _grouped(documents, lambda document, entry: folder(document.path))


def folder(path: str) -> str:
    """The folder a document lies in, as paths are shown."""
    return os.path.dirname(path) or "."


def by_rule(documents: Iterable[AuditedDocument]) -> tuple[Group, ...]:
    """A group for each rule that found something; statements are of no rule."""
    found: dict[str | None, list[tuple[AuditedDocument, Finding]]] = defaultdict(list)
    for document in documents:
        for finding in document.findings:
            found[finding.rule].append((document, finding))
    return _sorted(_group(key, there, []) for key, there in found.items())


def _grouped(documents: Iterable[AuditedDocument], of: _Of) -> tuple[Group, ...]:
    findings: dict[str | None, list[tuple[AuditedDocument, Finding]]] = defaultdict(list)
    statements: dict[str | None, list[tuple[float, float]]] = defaultdict(list)
    for document in documents:
        for finding in document.findings:
            findings[of(document, finding.entry)].append((document, finding))
        for entry, lost in document.losses.items():
            statements[of(document, entry)].append((lost, weight(document.audience)))
    keys = {**findings, **statements}
    return _sorted(_group(key, findings.get(key, []), statements.get(key, [])) for key in keys)


def _group(
    key: str | None, there: list[tuple[AuditedDocument, Finding]], statements: list[tuple[float, float]]
) -> Group:
    return Group(
        key=key,
        findings=len(there),
        documents=len({document.path for document, _ in there}),
        score=score(statements),
        burden=sum(burden([finding], document.audience) for document, finding in there),
    )


def _sorted(groups: Iterable[Group]) -> tuple[Group, ...]:
    return tuple(sorted(groups, key=lambda group: (-group.burden, -group.findings, group.key or "\uffff")))
