"""What an audit came to. Everything in it is sorted worst first."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field

from msglint.model.glossary import Entry, Glossary
from msglint.model.judgement import Finding, Report, Rule


class Score(Struct, frozen=True):
    """How far statements agree with the glossary; see score.py.

    statements  how many there are;  right  those that nothing is held against
    weight      what they weigh together;  agreeing  as much of that as agrees
    """

    statements: int = 0
    right: int = 0
    weight: float = 0.0
    agreeing: float = 0.0

    @property
    def percent(self) -> float | None:
        """From 0 to 100; None where nothing was stated, which is neither right nor wrong."""
        return 100 * self.agreeing / self.weight if self.statements else None


class AuditedDocument(Struct, frozen=True):
    """One document that was read.

    channel, audience, region  as far as they are known
    findings  worst first, without those about what could not be read and those about suppressions
    losses    by the id of each entry the document speaks of: 0 where it agrees, up to 1 where it surely does not
    burden    what its findings weigh together
    """

    path: str
    channel: str | None = None
    audience: str | None = None
    region: str | None = None
    findings: tuple[Finding, ...] = ()
    losses: Mapping[str, float] = field(default_factory=dict)
    score: Score = Score()
    burden: float = 0.0


class Group(Struct, frozen=True):
    """Findings and statements that belong together: of one entry, owner, channel, folder or rule.

    key        an entry's id, an owner, …; None for what has none
    documents  how many of them have findings here
    """

    key: str | None
    findings: int
    documents: int
    score: Score
    burden: float


class Placed(Struct, frozen=True):
    """A finding and the document it is in."""

    finding: Finding
    document: AuditedDocument


class NotRead(Struct, frozen=True):
    """What the audit knows nothing of.

    unreadable  findings READ001 and READ002: a file or part of one, and why
    textless    paths of documents that were read and hold no text
    skipped     paths of files without a reader, by their suffix ("" for none), most frequent suffix first
    excluded    how many files were left out on purpose
    missing     what was named and is not there, in words
    """

    unreadable: tuple[Finding, ...] = ()
    textless: tuple[str, ...] = ()
    skipped: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    excluded: int = 0
    missing: tuple[str, ...] = ()


class Audit(Struct, frozen=True):
    """Everything an audit has to say.

    paths      what was asked for;  total  how many documents there were; fewer are in `documents` where a run was
               interrupted, or where they could not be read
    findings   of documents; `health`: of the glossary, its exceptions and the suppressions in documents
    entries …  the same findings, grouped; what has statements and no finding is a group too
    report     the same run as check reports it, for its formats
    """

    paths: tuple[str, ...]
    as_of: date
    glossary: Glossary
    rules: Mapping[str, Rule]
    documents: tuple[AuditedDocument, ...]
    findings: tuple[Placed, ...]
    health: tuple[Finding, ...]
    score: Score
    entries: tuple[Group, ...]
    owners: tuple[Group, ...]
    channels: tuple[Group, ...]
    folders: tuple[Group, ...]
    by_rule: tuple[Group, ...]
    not_read: NotRead
    report: Report
    total: int
    interrupted: bool = False

    @property
    def knows_channels(self) -> bool:
        """Whether most documents are known to be of some channel; where not, folders tell more."""
        return 2 * sum(document.channel is not None for document in self.documents) > len(self.documents)

    def entry(self, id: str | None) -> Entry | None:
        """The entry of that id, None where there is none."""
        return self.glossary.ids.get(id) if id else None

    def name(self, id: str | None) -> str | None:
        """What the entry of that id is called now."""
        entry = self.entry(id)
        return entry.preferred.text if entry else id
