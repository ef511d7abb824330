"""`msglint fix`: mend what can be mended."""

from datetime import date

import click

from msglint.cli import _options


@click.command("fix", short_help="Correct documents in place.")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option("--unsafe", is_flag=True, help="Also mend what is only likely to be right.")
@click.option("--diff", is_flag=True, help="Show what would change, and write nothing; exit with 1 if anything.")
@_options.glossary
@_options.rules
@_options.config
@_options.as_of
@_options.select
@_options.ignore
@click.option("--stdin-filename", metavar="NAME", help="Names, and so types, what comes on standard input.")
@click.option("-q", "--quiet", is_flag=True, help="Only errors.")
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[str, ...],
    unsafe: bool,
    diff: bool,
    glossary: str | None,
    rules: tuple[str, ...],
    config: str | None,
    as_of: date,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    stdin_filename: str | None,
    quiet: bool,
) -> None:
    """Correct files, folders, or - for standard input; without any, the working directory.

    Only what is certain is changed, in place, and nothing else in the file. `msglint check` tells the rest.

    Exit status: 0 done, 1 something that has a correction could not be mended (with --diff: would change), 2 something
    could not be read or written.
    """
    from msglint.cli._documents import documents
    from msglint.cli._fixing import correct_all
    from msglint.cli._judging import Judging
    from msglint.cli._settings import settings_of
    from msglint.cli._standard import standard_of

    settings = settings_of(config, glossary, rules)
    standard = standard_of(settings, as_of, select, ignore)
    walk = documents(paths or (".",), standard, stdin_filename)
    outcome = correct_all(walk, standard, Judging(quiet=quiet), unsafe, only_show=diff)
    problems = outcome.tell(walk, diff, unsafe, "--unsafe", quiet)
    ctx.exit(2 if problems else int(outcome.changed > 0 if diff else bool(outcome.left)))
