"""`msglint baseline create`, `update` and `prune`."""

from collections.abc import Sequence
from datetime import date
import os
from pathlib import Path

from msgspec import Struct

from msglint.baseline.file import NAME, load, render
from msglint.baseline.known import Baseline, Known, pruned
from msglint.baseline.places import compared, seen_from
from msglint.cli._checking import whole
from msglint.cli._documents import context_of, documents, named_but_unreadable
from msglint.cli._judging import Judging
from msglint.cli._listing import listed
from msglint.cli._output import tell
from msglint.cli._settings import settings_of
from msglint.cli._standard import standard_of
from msglint.config.settings import Settings
from msglint.engine import Standard
from msglint.errors import ConfigError, Problem
from msglint.model.judgement import Finding
from msglint.model.scale import Certainty
from msglint.sources import Walk
from msglint.text.counting import counted
from msglint.text.showing import shown
from msglint.writing import create_file, replace_file

_ENOUGH = 20
"""Lines told one by one that are gone; the file's difference in git has them all."""


class Asked(Struct, frozen=True):
    """The options that these commands share."""

    paths: tuple[str, ...]
    baseline: str | None
    glossary: str | None
    rules: tuple[str, ...]
    config: str | None
    as_of: date
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    min_certainty: str | None
    context: tuple[str, ...]
    audience: str | None
    channel: str | None
    region: str | None
    quiet: bool


class _Run(Struct, frozen=True):
    """What is found now, and what could be: the standard, the files, those that could not be read."""

    findings: tuple[Finding, ...]
    standard: Standard
    walk: Walk
    unreadable: frozenset[str]
    problems: tuple[str, ...]


def create(asked: Asked, force: bool) -> int:
    """Write a baseline of all that is found. The exit status: 0, or 2 where something could not be read."""
    file, settings = _file(asked)
    if os.path.exists(file) and not force:
        cure = "`msglint baseline update` adds what is new, `create --force` begins anew"
        raise ConfigError(Problem(shown(file), f"is there already: {cure}"))
    run = _run(asked, settings, Certainty.LIKELY, file)
    if _told(run.problems):
        return 2
    baseline = Baseline.of_findings(run.findings, seen_from(file))
    _write(file, baseline)
    if not asked.quiet:
        tell(f"{shown(file)}: {counted(len(run.findings), 'finding')} known from now on")
        if settings.baseline != file:
            tell(f"`msglint check --baseline {shown(file)}` shows what is new; so does `msglint check` alone, with the")
            tell(f"line `baseline: {shown(file)}` in msglint.yaml")
    return 0


def update(asked: Asked) -> int:
    """Make the baseline what is found now, as far as this run can tell. The exit status: 0, or 2 as above."""
    file, settings = _file(asked)
    old = load(file)
    run = _run(asked, settings, _least(old), file)
    if _told(run.problems):
        return 2
    now = compared(old, file, run.findings, (each.path for each in run.walk.files))
    judged = _Judged(asked.paths, file, run)
    left = [entry for entry in old.entries if not judged(entry)]
    claimed = {entry: now.matched[entry] for entry in left if now.matched[entry]}
    found = Baseline.of_findings(run.findings, seen_from(file)).entries
    _write(file, Baseline.of([*found, *(entry for entry in left if entry not in claimed)]))
    if not asked.quiet:
        gone = sum(entry.count - now.matched[entry] for entry in old.entries if judged(entry))
        tell(f"{shown(file)}: {counted(len(now.new), 'finding')} added, {_some(gone)} removed")
        for line in listed("added", [(finding, "") for finding in now.new]):
            tell(line)
    return 0


def prune(asked: Asked, only_check: bool) -> int:
    """Remove what is gone. The exit status: 0, 1 where `only_check` and something is gone, or 2 as above."""
    file, settings = _file(asked)
    old = load(file)
    run = _run(asked, settings, _least(old), file)
    if _told(run.problems):
        return 2
    matched = compared(old, file, run.findings, (each.path for each in run.walk.files)).matched
    judged = _Judged(asked.paths, file, run)
    gone = [(entry, entry.count - matched[entry]) for entry in old.entries if judged(entry)]
    gone = [(entry, count) for entry, count in gone if count]
    if gone and not only_check:
        _write(file, pruned(old, matched, judged))
    if not asked.quiet:
        number = sum(count for _, count in gone)
        remaining = sum(entry.count for entry in old.entries) - number
        tell(f"{shown(file)}: {_some(number)} {'to remove' if only_check else 'removed'}, {remaining:,} still known")
        for entry, count in gone[:_ENOUGH] if only_check else ():
            times = f" ({count} times)" if count > 1 else ""
            tell(f"gone: {entry.path} {entry.rule} “{entry.said}”{times}")
        unjudged = sum(entry.rule not in run.standard.rules for entry in old.entries)
        if unjudged:
            tell(f"{counted(unjudged, 'line')} left, of rules that did not run")
    return int(only_check and bool(gone))


class _Judged:
    """Whether a run would have found what an entry knows, were it still there."""

    def __init__(self, paths: Sequence[str], file: str, run: _Run) -> None:
        self._folder = os.path.dirname(file)
        self._below = [os.path.abspath(path) for path in paths or (".",)]
        self._run = run

    def __call__(self, entry: Known) -> bool:
        path = os.path.normpath(os.path.join(self._folder, entry.path))
        return (
            entry.rule in self._run.standard.rules
            and entry.certainty >= self._run.standard.min_certainty
            and path not in self._run.unreadable
            and any(path == top or path.startswith(top.rstrip(os.sep) + os.sep) for top in self._below)
        )


def _file(asked: Asked) -> tuple[str, Settings]:
    """Which file the baseline is kept in, absolute."""
    settings = settings_of(asked.config, asked.glossary, asked.rules, baseline=asked.baseline)
    return os.path.abspath(settings.baseline or NAME), settings


def _least(baseline: Baseline) -> Certainty:
    """The certainty that the baseline was made with, as far as its entries tell."""
    return min([Certainty.LIKELY, *(entry.certainty for entry in baseline.entries)])


def _run(asked: Asked, settings: Settings, least: Certainty, file: str) -> _Run:
    standard = standard_of(
        settings, asked.as_of, asked.select, asked.ignore,
        Certainty[asked.min_certainty.upper()] if asked.min_certainty else least,
        audience=asked.audience, channel=asked.channel, region=asked.region,
    )  # fmt: skip
    walk = documents(asked.paths or (".",), standard, written=[file])
    context = context_of(asked.context, standard, walk)
    judging = Judging(quiet=asked.quiet)
    verdicts = judging.verdicts(walk.files, standard)
    report = whole(verdicts, standard, walk, judging.verdicts(context.files, standard))
    unreadable = {os.path.abspath(verdict.path) for verdict in verdicts if verdict.unreadable}
    problems = (*walk.problems, *context.problems, *named_but_unreadable(walk, verdicts))
    return _Run(report.findings, standard, walk, frozenset(unreadable), problems)


def _some(number: int) -> str:
    return f"{number:,}" if number else "none"


def _told(problems: Sequence[str]) -> bool:
    for problem in problems:
        tell(problem)
    if problems:
        tell("the baseline is as it was: what could not be checked would be missing in it")
    return bool(problems)


def _write(file: str, baseline: Baseline) -> None:
    data = render(baseline).encode("utf-8", "replace")
    if os.path.exists(file):
        replace_file(shown(file), file, Path(file).read_bytes(), data)
    else:
        create_file(shown(file), file, data)
