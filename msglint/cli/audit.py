"""`msglint audit`: how well a whole drive of documents agrees with the glossary, what to do first, and the trend."""

from typing import Any

import click

from msglint.cli import _options


class _PathsOrVerb(click.Group):
    """A group whose first word is a verb of its own, or else begins what the command without a verb takes.

    A folder that is named as a verb is written with its way: ./trend.
    """

    bare: click.Command

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        if args and args[0] in self.commands:
            return self.commands[args[0]].make_context(f"{info_name} {args[0]}", args[1:], parent, **extra)
        return self.bare.make_context(info_name, args, parent, **extra)


@click.command("audit", short_help="Take stock of a whole drive of documents, as a page that managers read.")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option("--html", metavar="FILE", help="Write a page with every finding, to be searched, filtered and printed.")
@click.option("--xlsx", metavar="FILE", help="Write a workbook: totals, a row for each finding, what was not read.")
@click.option("--csv", metavar="FILE", help="Write a table with a row for each finding.")
@click.option("--history", metavar="FILE", help="Add this audit to a history, for the trend here and on the page.")
@click.option("--limit-memory", type=click.IntRange(16), metavar="MB", help="For one document: more is unreadable.")
@click.option("--timeout", type=click.IntRange(1), metavar="SECONDS", help="For one document: longer is unreadable.")
@_options.glossary
@_options.rules
@_options.config
@_options.as_of
@_options.select
@_options.ignore
@_options.min_certainty("possible")
@_options.fail_on("never")
@_options.output
@_options.context
@_options.audience
@_options.channel
@_options.region
@_options.jobs
@_options.no_cache
@_options.cache_dir
@_options.quiet_and_verbose
@click.pass_context
def _audit(
    ctx: click.Context, /, paths: tuple[str, ...], html: str | None, xlsx: str | None, csv: str | None,
    history: str | None, **options: object,
) -> None:  # fmt: skip
    """Audit files and folders; without any, the working directory. Nothing is changed.

    The summary says how well the documents agree with the glossary, by channel and owner, and what to do first; --html
    writes a page that shows every finding, --xlsx and --csv tables of them. What could not be read is listed. Findings
    make no difference to the exit status unless --fail-on says so. Ctrl-C ends the audit with what was done until then.

    `msglint audit trend` shows what --history has kept; a folder of that name is ./trend.
    """
    from msglint.cli._audit_files import AuditFiles
    from msglint.cli._auditing import run  # the pipeline is slow to import, and --help needs none of it
    from msglint.cli._checking import Options

    files = AuditFiles(html, xlsx, csv, history)
    ctx.exit(run(paths or (".",), Options(**options), files))  # type: ignore[arg-type]  # click saw to the types


@click.command("trend", short_help="Show what is new, what was mended and what came back.")
@click.option("--history", required=True, metavar="FILE", help="The file that `msglint audit --history` writes.")
@click.option("--format", type=click.Choice(["text", "json"]), default="text", show_default=True, help="For whom.")
@click.pass_context
def _trend(ctx: click.Context, history: str, format: str) -> None:
    """Show, from audit to audit, what is new, what was mended and what came back, by owner and entry.

    Only audits of the same paths and options are compared.
    """
    from msglint.cli._audit_trend import run

    ctx.exit(run(history, format))


command = _PathsOrVerb("audit", params=_audit.params, help=_audit.help, short_help=_audit.short_help)
command.bare = _audit
command.add_command(_trend)
