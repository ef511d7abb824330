"""`msglint audit`: how well a whole drive of documents agrees with the glossary, and what to do first."""

import click

from msglint.cli import _options


@click.command("audit", short_help="Take stock of a whole drive of documents, as a page that managers read.")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option("--html", metavar="FILE", help="Write a page with every finding, to be searched, filtered and printed.")
@click.option("--xlsx", metavar="FILE", help="Write a workbook: totals, a row for each finding, what was not read.")
@click.option("--csv", metavar="FILE", help="Write a table with a row for each finding.")
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
def command(
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    html: str | None,
    xlsx: str | None,
    csv: str | None,
    **options: object,
) -> None:
    """Audit files and folders; without any, the working directory. Nothing is changed.

    The summary says how well the documents agree with the glossary, by channel and owner, and what to do first; --html
    writes a page that shows every finding, --xlsx and --csv tables of them. What could not be read is listed. Findings
    make no difference to the exit status unless --fail-on says so. Ctrl-C ends the audit with what was done until then.
    """
    from msglint.cli._audit_files import AuditFiles
    from msglint.cli._auditing import run  # the pipeline is slow to import, and --help needs none of it
    from msglint.cli._checking import Options

    ctx.exit(run(paths or (".",), Options(**options), AuditFiles(html, xlsx, csv)))  # type: ignore[arg-type]  # click saw
