"""A run of `msglint impact`."""

from collections.abc import Sequence
from datetime import date

import click

from msglint.cli._documents import documents, named_but_unreadable
from msglint.cli._judging import Judging
from msglint.cli._output import tell
from msglint.cli._standard import standard_of
from msglint.config.settings import Settings
from msglint.digest.impact.judging import impact_of
from msglint.digest.impact.places import Impact
from msglint.digest.impact.supposed import NotInUseError, change_of
from msglint.engine import Standard, Verdict
from msglint.sources import SourceFile


def run(
    settings: Settings, name: str, paths: Sequence[str], as_of: date, to: str | None, price: bool, output: str | None
) -> tuple[Impact, int]:
    """What becomes stale, and the exit status. Raises ConfigError, GlossaryError and click.BadParameter."""
    standard = standard_of(settings, as_of)
    try:
        change = change_of(standard.glossary, name, as_of, to, price)
    except NotInUseError as error:
        raise click.BadParameter(f"{error}.", param_hint="NAME") from None
    walk = documents(paths, standard, written=[output] if output else [])
    judging, judged = Judging(), []

    def judge(files: Sequence[SourceFile], standard: Standard) -> Sequence[Verdict]:
        verdicts = judging.verdicts(files, standard)
        judged.append(verdicts)
        return verdicts

    impact = impact_of(change, walk.files, standard, judge)
    problems = [*walk.problems, *named_but_unreadable(walk, judged[0])]
    for problem in problems:
        tell(problem)
    return impact, 2 if problems else 0
