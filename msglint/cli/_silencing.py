"""A run that silences: comments written, with a reason, and what is left reported."""

from collections.abc import Collection, Sequence

import click
from msgspec import Struct, field

from msglint.cli._checking import Options, Prepared, fails, settings_for, tell_of, tell_remarks
from msglint.cli._documents import named_but_unreadable
from msglint.cli._fixing import spots
from msglint.cli._listing import listed
from msglint.cli._output import tell
from msglint.correction.correct import Spot
from msglint.engine import Standard
from msglint.model.judgement import Finding
from msglint.silencing.silence import Silencing, silence_file
from msglint.sources import SourceFile
from msglint.text.counting import counted
from msglint.text.showing import visible
from msglint.writing import WriteError, replace_file

_ENDS = ("-->", "--", "*/", "#}", "]", "\n", "\r")
"""What would end a comment, or may not stand in one."""


class _Outcome(Struct):
    """What came of a run: findings silenced, the files that hold the comments, what is left and why, what failed."""

    silenced: int = 0
    files: int = 0
    left: list[tuple[Finding, str]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def tell(self) -> None:
        said = f"{counted(self.silenced, 'finding')} silenced in {counted(self.files, 'file')}"
        tell(f"{said}; {len(self.left)} left" if self.left else said)
        for line in listed("left", self.left):
            tell(line)


def check_and_silence(paths: Sequence[str], options: Options, reason: str) -> int:
    """`check --add-ignores`: silence what is shown, report the rest. The exit status, as of `check`."""
    reason = _usable(reason)
    settings = settings_for(options)
    prepared = Prepared.of(paths, options, settings)
    standard, narrowing, judging = prepared.standard, prepared.narrowing, prepared.judging
    walk = narrowing.walk
    outcome = _Outcome()
    found = spots(narrowing.report(prepared.whole(judging.verdicts(walk.files, standard))))
    for file in walk.files:
        if file.path in found:
            _silence(file, standard, found[file.path], reason, outcome)
    verdicts = judging.verdicts(walk.files, standard)
    report = narrowing.after_writing().report(prepared.whole(verdicts))
    prepared.outputs.send(report, settings)
    tell_remarks(verdicts)
    if not options.quiet:
        outcome.tell()
    tell_of(report, walk, settings, options)
    problems = [*walk.problems, *prepared.context.problems, *named_but_unreadable(walk, verdicts), *outcome.problems]
    for problem in problems:
        tell(problem)
    return 2 if problems else int(fails(report, settings))


def _usable(reason: str) -> str:
    """A reason that fits into any comment. Raises click.BadParameter for one that does not."""
    reason = reason.strip()
    if not any(map(str.isalnum, reason)):
        raise click.BadParameter("say why, in a few words.", param_hint="--add-ignores")
    if wrong := next((end for end in _ENDS if end in reason), None):
        said = "a line break" if wrong in "\r\n" else f"“{wrong}”"
        raise click.BadParameter(f"the reason may not hold {said}.", param_hint="--add-ignores")
    return reason


def _silence(file: SourceFile, standard: Standard, only: Collection[Spot], reason: str, outcome: _Outcome) -> None:
    """Silence these findings of a file, and note what came of it."""
    silencing: Silencing = silence_file(file, standard, only, reason)
    outcome.left += silencing.left
    if silencing.data == silencing.before or file.file is None:
        return
    if file.data is not None:
        outcome.problems.append(f"{visible(file.path)}: is staged in part, so it was left alone: stage all of it")
        return
    try:
        replace_file(file.path, file.file, silencing.before, silencing.data)
    except WriteError as error:
        outcome.problems.append(str(error))
        return
    outcome.silenced += len(silencing.silenced)
    outcome.files += 1
