"""A run of `msglint glossary check`."""

from collections.abc import Sequence
from datetime import date

from msglint.agreement.journal import journal_of
from msglint.cli._checking import fails
from msglint.cli._documents import documents, named_but_unreadable
from msglint.cli._judging import Judging
from msglint.cli._output import tell
from msglint.cli._reports import Outputs
from msglint.cli._settings import glossary_path, settings_of
from msglint.cli._standard import standard_of
from msglint.cli._summary import summary
from msglint.engine.report import report_of
from msglint.engine.run import judge_exceptions, judge_glossary
from msglint.text.counting import counted, entries_counted

_HEALTH = "GLO"


def run(
    paths: Sequence[str], glossary: str | None, config: str | None, as_of: date, format: str | None, strict: bool
) -> int:
    """Judge the glossary, and with paths its exceptions too. The exit status: 0, 1 or 2 as in the contract."""
    settings = settings_of(config, glossary, fail_on="warning" if strict else None)
    journal_of(glossary_path(settings))  # what was signed is to be readable too
    outputs = Outputs.parse(format)
    standard = standard_of(settings, as_of, select=(_HEALTH,))
    walk = documents(paths, standard)
    verdicts = Judging().verdicts(walk.files, standard)
    health = judge_glossary(standard) + (judge_exceptions(verdicts, standard) if paths else ())
    report = report_of(verdicts, standard, len(walk.skipped), health)
    outputs.send(report, settings)
    subject = f"{entries_counted(len(standard.glossary.entries))} in {', '.join(standard.glossary.files)}"
    if paths:
        subject += f" and {counted(report.documents, 'document')}"
    for line in summary(report, subject=subject):
        tell(line)
    problems = [*walk.problems, *named_but_unreadable(walk, verdicts)]
    for problem in problems:
        tell(problem)
    return 2 if problems else int(fails(report, settings))
