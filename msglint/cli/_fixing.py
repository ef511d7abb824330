"""A run that corrects: files written, or the difference shown; what remains, and what could not be mended and why."""

from collections.abc import Collection, Iterator, Mapping, Sequence
import sys

from msgspec import Struct, field

from msglint.cli._checking import Options, Prepared, fails, settings_for, tell_of, tell_remarks
from msglint.cli._documents import named_but_unreadable
from msglint.cli._judging import Judging
from msglint.cli._listing import listed
from msglint.cli._output import put, tell
from msglint.cli._progress import watched
from msglint.correction.correct import Correction, Spot, asks_for_correction, correct_file, spot
from msglint.correction.differences import difference
from msglint.engine import Standard, Verdict, judge_file
from msglint.model.judgement import Finding, Report
from msglint.sources import SourceFile, Walk
from msglint.text.counting import counted
from msglint.text.showing import visible
from msglint.writing import WriteError, replace_file


class Outcome(Struct):
    """What came of a run.

    verdicts  what remains, file by file
    changed   files corrected (or to be, where only the difference is shown);  places  corrected in them
    left      findings that have a correction and were not mended, with the reason
    problems  files that could not be written
    """

    verdicts: list[Verdict] = field(default_factory=list)
    changed: int = 0
    places: int = 0
    left: list[tuple[Finding, str]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def tell(self, walk: Walk, only_shown: bool, unsafe: bool, option: str, quiet: bool = False) -> bool:
        """Tell what was done and what could not be; whether there was such a problem. `option` asks for more."""
        tell_remarks(self.verdicts)
        for line in () if quiet else self.summary(only_shown, unsafe, option):
            tell(line)
        problems = [*walk.problems, *named_but_unreadable(walk, self.verdicts), *self.problems]
        for problem in problems:
            tell(problem)
        return bool(problems)

    def summary(self, only_shown: bool, unsafe: bool, option: str) -> Iterator[str]:
        """Lines for people."""
        done = "would be mended" if only_shown else "mended"
        said = f"{counted(self.changed, 'file')}, {counted(self.places, 'place')} {done}"
        yield f"{said}; {len(self.left)} left" if self.left else said
        yield from listed("left", self.left)
        findings = [finding for verdict in self.verdicts for finding in verdict.findings]
        likely = len({finding.order + (finding.location.path,) for finding in findings if finding.fix == "unsafe"})
        if likely and not unsafe:
            yield f"{counted(likely, 'place')} more could be mended with {option}: look at --diff first"


def check_and_fix(paths: Sequence[str], options: Options, unsafe: bool, only_show: bool) -> int:
    """`check --fix` and `check --diff`: mend, report what remains. The exit status, as documented there."""
    settings = settings_for(options)
    prepared = Prepared.of(paths, options, settings)
    standard, narrowing, judging = prepared.standard, prepared.narrowing, prepared.judging
    walk = narrowing.walk
    only = None
    if narrowing.narrows:
        only = spots(narrowing.report(prepared.whole(judging.verdicts(walk.files, standard))))
    outcome = correct_all(walk, standard, judging, unsafe, only_show, only)
    outcome.problems += prepared.context.problems
    report = narrowing.after_writing().report(prepared.whole(outcome.verdicts))
    if not only_show:
        prepared.outputs.send(report, settings, aside=from_input(walk.files))
        tell_of(report, walk, settings, options, mended=True)
    problems = outcome.tell(walk, only_show, unsafe, "--unsafe-fixes", options.quiet)
    if problems:
        return 2
    return int(outcome.changed > 0 if only_show else fails(report, settings))


def spots(report: Report) -> dict[str, set[Spot]]:
    """Where the findings of a report are, by the path of their document."""
    found: dict[str, set[Spot]] = {}
    for finding in report.findings:
        found.setdefault(finding.location.path, set()).add(spot(finding))
    return found


def correct_all(
    walk: Walk,
    standard: Standard,
    judging: Judging,
    unsafe: bool,
    only_show: bool,
    only: Mapping[str, Collection[Spot]] | None = None,
) -> Outcome:
    """Correct every file; standard input's correction goes to standard output. `only` these spots, where given.

    Files are judged as in any run first, and those that ask for a correction once more, byte for byte as they are then.
    """
    outcome = Outcome()
    pairs = list(zip(walk.files, judging.verdicts(walk.files, standard), strict=True))
    for file, verdict in watched(pairs, len(pairs), hidden=judging.quiet):
        correction = Correction(file, b"", b"", verdict)
        if file.data is not None or asks_for_correction(verdict, unsafe):
            correction = correct_file(file, standard, unsafe, None if only is None else only.get(file.path, ()))
        if only_show:
            put(difference(file.path, correction.passes))
        else:
            correction = _kept(correction, standard, outcome)
        outcome.verdicts.append(correction.verdict)
        outcome.changed += correction.data != correction.before
        outcome.places += len(correction.mended)
        outcome.left += correction.left
    return outcome


def _kept(correction: Correction, standard: Standard, outcome: Outcome) -> Correction:
    """The correction, written; or, where it could not be, what the file came to as it is."""
    file = correction.file
    if file.file is None:
        sys.stdout.buffer.write(correction.data)
        sys.stdout.buffer.flush()
    elif correction.data != correction.before and file.data is not None:
        path = visible(file.path)
        outcome.problems.append(
            f"{path}: is staged in part, so it was not corrected: stage all of it, or stash the rest"
        )
        return Correction(file, correction.before, correction.before, judge_file(file, standard))
    elif correction.data != correction.before:
        try:
            replace_file(file.path, file.file, correction.before, correction.data)
        except WriteError as error:
            outcome.problems.append(str(error))
            return Correction(file, correction.before, correction.before, judge_file(file, standard))
    return correction


def from_input(files: Sequence[SourceFile]) -> bool:
    """Whether one of them is standard input, so that standard output is for its correction."""
    return any(file.file is None for file in files)
