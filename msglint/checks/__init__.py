"""Checks: statements and facts -> Findings. One judgement, one module; no files, no YAML, no output.

A check module holds

    SCOPE = "document"     and  def judge(case: Case, rule: Rule) -> Iterator[Finding]
    SCOPE = "run"          and  def say(case: Case, rule: Rule) -> Iterator[Saying]
                           and  def judge(sayings: Sequence[Saying], rule: Rule) -> Iterator[Finding]
    SCOPE = "glossary"     and  def judge(glossary: Glossary, rule: Rule, as_of: date) -> Iterator[Finding]
    SCOPE = "engine"       and nothing more: the engine itself makes these findings (READ001, idle suppressions)
    CERTAINTY = Certainty.POSSIBLE    where its findings are never surer, so that its examples are tried at that

and takes severity, message and options from the rule. Which rules use it is written in rules/*.yaml. What two checks
share stands one layer down. What only shows across documents is judged in two steps: each document yields small,
picklable Sayings, and when all are there (in reading order, path by path) they are judged together.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from types import MappingProxyType

from msgspec import Struct

from msglint.matching.naming import Name, names
from msglint.model.document import Document, Segment
from msglint.model.glossary import Entry, Glossary, Status
from msglint.model.judgement import Circumstances, Edit, Finding, Mention, Rule, Statement
from msglint.model.scale import Certainty, Severity
from msglint.text.fingerprint import fingerprint

_NO_VALUES: Mapping[str, object] = MappingProxyType({})


class Case(Struct, frozen=True, dict=True):
    """Everything a document check may look at."""

    document: Document
    mentions: Sequence[Mention]
    statements: Sequence[Statement]
    glossary: Glossary
    circumstances: Circumstances

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """The names the document says, in reading order."""
        return tuple(names(self.statements, self.circumstances))

    @cached_property
    def _positions(self) -> dict[int, int]:
        return {id(segment): position for position, segment in enumerate(self.document.segments)}

    def finding(
        self,
        rule: Rule,
        mention: Mention,
        *,
        suggestion: str | None = None,
        fix: str | None = None,
        certainty: Certainty | None = None,
        severity: Severity | None = None,
        values: Mapping[str, object] = _NO_VALUES,
        instead_of: tuple[str, ...] = (),
        since: date | None = None,
    ) -> Finding:
        """A finding at a mention; the rule's message gets {said}, {owner}, {ask} and `values`.

        A `fix` ("safe" or "unsafe") needs a suggestion, and is left out where there is none. The rules of the codes
        `instead_of` say nothing more at this place. What was decided holds `since` that
        day, or else since the entry does.
        """
        return self.finding_at(
            rule, mention.segment, mention.start, mention.end,
            certainty=mention.certainty if certainty is None else certainty,
            severity=severity, entry=mention.entry, suggestion=suggestion, fix=fix, values=values,
            instead_of=instead_of, since=since,
        )  # fmt: skip

    def finding_at(
        self,
        rule: Rule,
        segment: Segment,
        start: int,
        end: int,
        *,
        certainty: Certainty,
        severity: Severity | None = None,
        entry: Entry | None = None,
        suggestion: str | None = None,
        fix: str | None = None,
        values: Mapping[str, object] = _NO_VALUES,
        instead_of: tuple[str, ...] = (),
        since: date | None = None,
    ) -> Finding:
        """A finding at segment.text[start:end]. A proposed entry never weighs more than a note."""
        said = " ".join(segment.text[start:end].split())
        if entry is not None and entry.status is Status.PROPOSED:
            severity = Severity.NOTE
        owner = entry.owner if entry else None
        return Finding.of(
            rule,
            self.document.locate(segment, start, end),
            rule.say(said=said, owner=owner or "", ask=f" Ask {owner}." if owner else "", **values),
            severity=severity,
            certainty=certainty,
            said=said,
            suggestion=suggestion,
            fix=fix if suggestion is not None else None,
            edits=(Edit(segment, start, end, suggestion),) if suggestion is not None and fix else (),
            entry=entry.id if entry else None,
            owner=owner,
            fingerprint=fingerprint(rule.code, entry.id if entry else None, segment.text, start, end),
            order=(self._positions[id(segment)], start),
            instead_of=instead_of,
            since=since or (entry.valid_from if entry else None),
        )
