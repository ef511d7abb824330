"""A run of `msglint check`: what was asked for -> findings, reports, an exit status."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click
from msgspec import Struct
from msgspec.structs import replace

from msglint.cli._cache_folder import cache_folder
from msglint.cli._documents import context_of, documents, named_but_unreadable
from msglint.cli._judging import Judging
from msglint.cli._narrowing import Narrowing
from msglint.cli._output import put, tell
from msglint.cli._reports import Outputs
from msglint.cli._settings import settings_of
from msglint.cli._standard import standard_of
from msglint.cli._summary import statistics, summary
from msglint.config.settings import Settings
from msglint.config.show import show
from msglint.correction.unfixable import made_from
from msglint.engine import Standard, Verdict
from msglint.engine.report import report_of
from msglint.engine.run import judge_glossary, judge_run
from msglint.model.judgement import Finding, Report
from msglint.model.scale import Certainty
from msglint.running.most import Most
from msglint.sources import Walk
from msglint.text.counting import counted
from msglint.text.showing import shown, visible

IN_EVERY_RUN = "GLO801"
"""What contradicts itself may misjudge every document; the glossary's other ailments are for `glossary check`."""


class Options(Struct, frozen=True):
    """The options of `check`, as the contract names them; `audit` has all but those with a default."""

    glossary: str | None
    rules: tuple[str, ...]
    config: str | None
    as_of: date
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    min_certainty: str
    fail_on: str | None
    output: tuple[str, ...]
    context: tuple[str, ...]
    audience: str | None
    channel: str | None
    region: str | None
    jobs: int | None
    no_cache: bool
    cache_dir: str | None
    quiet: bool
    verbose: bool
    format: str | None = None
    baseline: str | None = None
    no_baseline: bool = False
    changed: bool = False
    changed_since: str | None = None
    stdin_filename: str | None = None
    statistics: bool = False
    show_config: bool = False
    limit_memory: int | None = None
    timeout: int | None = None


class Prepared(Struct, frozen=True):
    """What a run of `check` goes by, whether it only tells, corrects or silences.

    narrowing  which documents, and what of their findings is shown
    beside     the verdicts on the documents of `context`, which are only compared with
    """

    outputs: Outputs
    standard: Standard
    narrowing: Narrowing
    judging: Judging
    context: Walk
    beside: Sequence[Verdict]

    @classmethod
    def of(cls, paths: Sequence[str], options: Options, settings: Settings) -> "Prepared":
        """As the options and settings say. Raises ConfigError and GlossaryError."""
        outputs = Outputs.parse(options.format, options.output)
        standard = standard_for(settings, options)
        walk = documents(paths, standard, options.stdin_filename, written_by(options, outputs))
        narrowing = Narrowing.of(standard, walk, options.changed, options.changed_since)
        judging = judging_of(options)
        context = context_of(options.context, standard, narrowing.walk)
        beside = judging.verdicts(context.files, standard)
        return cls(outputs, standard, narrowing, judging, context, beside)

    def whole(self, verdicts: Sequence[Verdict]) -> Report:
        """All that was found, before it is narrowed."""
        return whole(verdicts, self.standard, self.narrowing.walk, self.beside)


def run(paths: Sequence[str], options: Options) -> int:
    """Check and report. The exit status: 0, 1 or 2 as in the contract."""
    settings = settings_for(options)
    if options.show_config:
        put(show(settings))
        return 0
    prepared = Prepared.of(paths, options, settings)
    walk = prepared.narrowing.walk
    verdicts = prepared.judging.verdicts(walk.files, prepared.standard)
    report = prepared.narrowing.report(prepared.whole(verdicts))
    prepared.outputs.send(report, settings)
    tell_remarks(verdicts)
    tell_of(report, walk, settings, options)
    problems = [*walk.problems, *prepared.context.problems, *named_but_unreadable(walk, verdicts)]
    for problem in problems:
        tell(problem)
    return 2 if problems else int(fails(report, settings))


def settings_for(options: Options) -> Settings:
    """The settings in force with these options. Raises ConfigError."""
    if options.baseline and options.no_baseline:
        raise click.UsageError("--baseline and --no-baseline exclude each other.")
    settings = settings_of(options.config, options.glossary, options.rules, options.fail_on, options.baseline)
    if not options.no_baseline:
        return settings
    return replace(settings, baseline=None, origins={**settings.origins, "baseline": "--no-baseline"})


def standard_for(settings: Settings, options: Options) -> Standard:
    """What the documents of a run with these options are held against. Raises ConfigError and GlossaryError."""
    return standard_of(
        settings,
        options.as_of,
        options.select,
        options.ignore,
        Certainty[options.min_certainty.upper()],
        options.cache_dir,
        audience=options.audience,
        channel=options.channel,
        region=options.region,
    )


def judging_of(options: Options) -> Judging:
    """How these options want documents judged."""
    memory = options.limit_memory << 20 if options.limit_memory else None
    most = Most(memory, options.timeout) if memory or options.timeout else None
    return Judging(options.jobs, None if options.no_cache else cache_folder(options.cache_dir), options.quiet, most)


def written_by(options: Options, outputs: Outputs) -> list[str]:
    """What a run with these options writes: its reports, and what it keeps where it was told to."""
    reports = [file for _, file in outputs.files]
    if not options.cache_dir:
        return reports
    from msglint.cli._kept import kept_in  # knows SQLite, which a run over a few files does without

    return [*reports, *map(str, kept_in(Path(options.cache_dir)))]


def whole(
    verdicts: Sequence[Verdict],
    standard: Standard,
    walk: Walk,
    context: Sequence[Verdict],
    health: Sequence[Finding] | None = None,
) -> Report:
    """The report of a run: what was found in each document, across them and their context, and in the glossary.

    health  what ails the glossary; where nobody says, what any run tells of it
    """
    beside = judge_glossary(standard, IN_EVERY_RUN) if health is None else health
    report = report_of(verdicts, standard, len(walk.skipped), (*beside, *judge_run(verdicts, standard, context)))
    return replace(report, made_from=made_from(verdicts, walk.files))


def tell_remarks(verdicts: Sequence[Verdict]) -> None:
    """Say what documents say to msglint that means nothing; quiet or not, since somebody meant it to matter."""
    for verdict in verdicts:
        for remark in verdict.remarks:
            tell(visible(remark))


def fails(report: Report, settings: Settings) -> bool:
    """Whether something found is as bad as the settings say a run may not be."""
    least = settings.fail_on
    return least is not None and any(finding.severity >= least for finding in report.findings)


def tell_of(report: Report, walk: Walk, settings: Settings, options: Options, mended: bool = False) -> None:
    """Say, beside the findings, what was asked for and what a run came to; `mended`: what can be, has been."""
    if options.statistics:
        for line in statistics(report):
            tell(line)
    if options.verbose:
        tell(f"settings: {settings.path or 'defaults'}")
        tell(f"glossary: {shown(settings.glossary or '')} ({settings.origins.get('glossary')})")
        tell(f"{counted(walk.excluded, 'file')} excluded, {counted(len(walk.skipped), 'file')} without a reader")
    if not options.quiet:
        if walk.pictures:
            tell(f"{counted(walk.pictures, 'picture')} not read: install tesseract, or leave them out by `exclude`")
        for line in summary(report, mended, only_changed=options.changed or options.changed_since is not None):
            tell(line)
