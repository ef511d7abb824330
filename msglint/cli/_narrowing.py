"""From what was found to what is shown: without what the baseline knows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
import os

from msglint.baseline.file import load
from msglint.baseline.known import Baseline, Comparison
from msglint.config.settings import Settings
from msglint.model.judgement import Finding, Report
from msglint.sources import SourceFile


@dataclass(frozen=True)
class Narrowing:
    """What is not to be shown. Where nothing is, every finding is shown."""

    baseline: str | None = None

    @classmethod
    def of(cls, settings: Settings) -> "Narrowing":
        """As the settings say."""
        return cls(settings.baseline)

    @property
    def narrows(self) -> bool:
        """Whether anything may be left out."""
        return self.baseline is not None

    def report(self, report: Report, files: Sequence[SourceFile]) -> Report:
        """The report of what is shown. Raises ConfigError where the baseline cannot be read."""
        if self.baseline is None:
            return report
        compared = compare(load(self.baseline), self.baseline, report.findings, files)
        new = {id(finding) for finding in compared.new}
        return replace(
            report,
            findings=tuple(finding for finding in report.findings if id(finding) in new),
            known=compared.known,
        )


def compare(baseline: Baseline, file: str, findings: Sequence[Finding], files: Sequence[SourceFile]) -> Comparison:
    """What these findings, from a run over `files`, are to the baseline kept in `file`."""
    return baseline.compare(findings, seen_from(file), _may_have_moved(file, files))


def seen_from(baseline: str) -> Callable[[str], str]:
    """How the baseline kept in that file knows a path that is shown relative to the working directory."""
    folder = os.path.dirname(os.path.abspath(baseline))

    def seen(path: str) -> str:
        try:
            return os.path.relpath(path, folder).replace(os.sep, "/")
        except ValueError:  # another drive of Windows
            return os.path.abspath(path).replace(os.sep, "/")

    return seen


def _may_have_moved(baseline: str, files: Sequence[SourceFile]) -> Callable[[str], bool]:
    seen = seen_from(baseline)
    folder = os.path.dirname(os.path.abspath(baseline))
    judged = {seen(file.path) for file in files}
    return lambda path: path in judged or not os.path.exists(os.path.join(folder, path))
