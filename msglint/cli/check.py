"""`msglint check`: which documents disagree with the glossary, where, and what to say instead."""

import click

from msglint.cli import _options


class _Check(click.Command):
    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        from msglint import registry

        formatter.write_paragraph()
        formatter.write_text(f"Formats that can be read: {', '.join(registry.names('msglint.readers'))}.")


@click.command("check", cls=_Check, short_help="Check documents against the glossary.")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@_options.glossary
@_options.rules
@_options.config
@_options.format_
@_options.output
@_options.as_of
@_options.select
@_options.ignore
@_options.min_certainty("likely")
@_options.fail_on()
@_options.baseline
@click.option("--no-baseline", is_flag=True, help="Show what the baseline knows too.")
@_options.changed
@click.option(
    "--add-ignores", metavar="REASON", help="Silence what is found by comments with this reason; then report the rest."
)
@click.option("--fix", is_flag=True, help="Mend what can be mended for certain; then report what remains.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: also what is only likely to be right.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and write nothing; exit with 1 if anything.")
@_options.context
@_options.audience
@_options.channel
@_options.region
@click.option("--stdin-filename", metavar="NAME", help="Names, and so types, what comes on standard input.")
@_options.jobs
@_options.no_cache
@_options.cache_dir
@click.option("--watch", is_flag=True, help="Check again whenever something changes, until Ctrl-C.")
@click.option("--statistics", is_flag=True, help="Also count findings by rule.")
@click.option(
    "--show-config", is_flag=True, help="Show the settings in force and where each comes from; check nothing."
)
@_options.quiet_and_verbose
@click.pass_context
def command(
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    fix: bool,
    unsafe_fixes: bool,
    diff: bool,
    watch: bool,
    add_ignores: str | None,
    **options: object,
) -> None:
    """Check files, folders, or - for standard input; without any, the working directory.

    Exit status: 0 nothing to fail on, 1 findings, 2 something could not be checked. With --fix, what it mended no
    longer counts, and the correction of standard input goes to standard output, the report to standard error.
    """
    from msglint.cli._checking import Options, run  # the pipeline is slow to import, and --help needs none of it

    asked = Options(**options)  # type: ignore[arg-type]  # click's callbacks saw to the types
    if unsafe_fixes and not (fix or diff):
        raise click.UsageError("--unsafe-fixes goes with --fix or --diff.")
    if watch and (fix or diff or "-" in paths):
        raise click.UsageError("--watch goes with files and folders, and not with --fix or --diff.")
    if add_ignores is not None and (fix or diff or watch or "-" in paths):
        raise click.UsageError("--add-ignores goes with files and folders, and not with --fix, --diff or --watch.")
    if watch:
        from msglint.cli._watching import watch as watch_

        ctx.exit(watch_(paths or (".",), asked))
    if fix or diff:
        from msglint.cli._fixing import check_and_fix

        ctx.exit(check_and_fix(paths or (".",), asked, unsafe_fixes, only_show=diff))
    if add_ignores is not None:
        from msglint.cli._silencing import check_and_silence

        ctx.exit(check_and_silence(paths or (".",), asked, add_ignores))
    ctx.exit(run(paths or (".",), asked))
