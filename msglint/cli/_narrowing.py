"""From what was found to what is shown: on changed lines only, without what the baseline knows."""

from collections.abc import Sequence
from typing import Protocol

import click
from msgspec import Struct
from msgspec.structs import replace

from msglint.engine import Standard
from msglint.model.judgement import Finding, Report
from msglint.sources import Walk


class Part(Protocol):
    """What chooses among findings, and is made anew when files were written."""

    def among(self, findings: Sequence[Finding]) -> list[Finding]: ...
    def after_writing(self) -> "Part": ...


class Narrowing(Struct, frozen=True):
    """What is checked and what of that is shown: all, but for what has not `changed` and what the `baseline` knows."""

    walk: Walk
    baseline: str | None = None
    changed: Part | None = None

    @classmethod
    def of(cls, standard: Standard, walk: Walk, changed: bool, since: str | None) -> "Narrowing":
        """As the options and settings say. Raises ConfigError where git cannot tell what has changed."""
        if changed and since is not None:
            raise click.UsageError("--changed and --changed-since exclude each other.")
        if not changed and since is None:
            return cls(walk, standard.settings.baseline)
        from msglint.cli._changed_findings import ChangedFindings  # what starts git is slow to import

        found = ChangedFindings.of(standard, walk, since)
        return cls(found.walk, standard.settings.baseline, found)

    @property
    def narrows(self) -> bool:
        """Whether anything may be left out."""
        return self.changed is not None or self.baseline is not None

    def after_writing(self) -> "Narrowing":
        """The same, for files as they are now."""
        return replace(self, changed=self.changed.after_writing()) if self.changed else self

    def report(self, report: Report) -> Report:
        """The report of what is shown. Raises ConfigError where the baseline cannot be read."""
        if not self.narrows:
            return report
        meant = self.changed.among(report.findings) if self.changed else list(report.findings)
        unchanged = len(report.findings) - len(meant)
        if self.baseline is None:
            return replace(report, findings=tuple(meant), unchanged=unchanged)
        from msglint.baseline.file import load
        from msglint.baseline.places import compared

        ids = {id(finding) for finding in meant}
        # What stands on unchanged lines was there before: of copies it is the one that is known.
        findings = sorted(report.findings, key=lambda finding: id(finding) in ids)
        judged = (file.path for file in self.walk.files)
        found = compared(load(self.baseline), self.baseline, findings, judged)
        new = {id(finding) for finding in found.new}
        fresh = tuple(finding for finding in meant if id(finding) in new)
        known = len(ids - new - {id(finding) for finding in found.beside})
        return replace(report, findings=fresh, known=known, unchanged=unchanged)
