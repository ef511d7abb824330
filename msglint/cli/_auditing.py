"""A run of `msglint audit`: what was asked for -> an audit, its summary and its page, an exit status."""

from collections.abc import Sequence
import sys

from msglint.audit.gather import audit_of
from msglint.audit.history.record import record, refuse_unfit
from msglint.audit.history.scope import Scope
from msglint.audit.history.trend import Trend, trend_of
from msglint.audit.model import Audit
from msglint.cli._audit_files import AuditFiles
from msglint.cli._audit_summary import summary
from msglint.cli._checking import Options, fails, judging_of, settings_for, standard_for, tell_remarks, whole
from msglint.cli._documents import context_of, documents, named_but_unreadable
from msglint.cli._group import INTERRUPTED
from msglint.cli._judging import Judging
from msglint.cli._output import put, tell, wants_color, width
from msglint.cli._reports import Outputs
from msglint.engine import Standard, Verdict
from msglint.engine.run import judge_exceptions, judge_glossary
from msglint.errors import ConfigError, Problem
from msglint.model.judgement import Finding
from msglint.sources import Walk


def run(paths: Sequence[str], options: Options, files: AuditFiles) -> int:
    """Audit and report. The exit status: 0, 1 or 2 as in the contract, 130 where it was interrupted."""
    settings = settings_for(options)
    outputs = Outputs.parse(None, options.output)
    files.refuse_twice(file for _, file in outputs.files)
    standard = standard_for(settings, options)
    scope = Scope.of(files.history or "", paths, options.select, options.ignore, options.min_certainty, standard.given)
    if files.history:
        refuse_unfit(files.history, scope, options.as_of.isoformat())
    walk = documents(paths, standard, written=[*(file for _, file in outputs.files), *files.written()])
    context = context_of(options.context, standard, walk)
    judging = judging_of(options)
    beside = judging.verdicts(context.files, standard)
    verdicts, interrupted = _judged(walk, standard, judging)
    report = whole(verdicts, standard, walk, beside, _health(verdicts, standard, interrupted))
    audit = audit_of(paths, walk, verdicts, report, standard, interrupted)
    trend, unwritten = _recorded(audit, scope, files.history)
    unwritten += [*outputs.save(report, settings), *files.save(audit, trend)]
    if not options.quiet:
        put(summary(audit, files.names(), color=wants_color(sys.stdout), columns=width()))
    tell_remarks(verdicts)
    problems = [*walk.problems, *context.problems, *named_but_unreadable(walk, verdicts), *map(str, unwritten)]
    for problem in problems:
        tell(problem)
    if interrupted:
        return INTERRUPTED
    return 2 if problems else int(fails(report, settings))


def _recorded(audit: Audit, scope: Scope, history: str | None) -> tuple[Trend | None, list[Problem]]:
    """Append the audit to its history, where one is kept, and read the trend; problems where that cannot be done."""
    if not history:
        return None, []
    try:
        record(history, audit, scope)
        return trend_of(history, scope), []
    except ConfigError as error:
        return None, list(error.problems)


def _judged(walk: Walk, standard: Standard, judging: Judging) -> tuple[list[Verdict], bool]:
    """The verdicts, and whether somebody pressed Ctrl-C before they were all there: what is done is kept."""
    verdicts = []
    try:
        for verdict in judging.one_by_one(walk.files, standard):
            verdicts.append(verdict)
    except KeyboardInterrupt:
        tell(f"interrupted: this is what {len(verdicts)} of {len(walk.files)} documents came to")
        return verdicts, True
    return verdicts, False


def _health(verdicts: Sequence[Verdict], standard: Standard, interrupted: bool) -> tuple[Finding, ...]:
    """All that ails the glossary. What of it nothing needs can be told only when every document was read."""
    return judge_glossary(standard) + (() if interrupted else judge_exceptions(verdicts, standard))
