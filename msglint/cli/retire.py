"""`msglint retire`: an entry ends."""

from datetime import date

import click

from msglint.cli import _options


@click.command("retire", short_help="End an entry of the glossary.")
@click.argument("name", callback=_options.as_text)
@_options.on("First day on which it is over.", required=True)
@click.option("--why", callback=_options.as_text, metavar="TEXT", help="Why; told with the successor, else a note.")
@click.option("--successor", callback=_options.as_text, metavar="NAME", help="The entry to name instead.")
@_options.dry_run
@_options.glossary
@_options.config
def command(
    name: str, on: date, why: str | None, successor: str | None, dry_run: bool, glossary: str | None, config: str | None
) -> None:
    """End the entry NAME: the day before --on is its last.

    It stays in the glossary, so that whoever still says it is told.

    Exit status: 0 done, 2 not possible: then nothing is written.
    """
    from msglint.agreement.retiring import retire
    from msglint.cli._editing import run

    run(lambda draft: retire(draft, name, on, why, successor), glossary, config, dry_run)
