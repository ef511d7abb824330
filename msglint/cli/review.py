"""`msglint review`: entries looked at, and found right."""

from datetime import date

import click

from msglint.cli import _options


@click.command("review", short_help="Note that entries of the glossary were reviewed.")
@click.argument("entries", nargs=-1, required=True, metavar="ENTRY...", callback=_options.as_texts)
@_options.by
@_options.on("The day of the review.")
@_options.dry_run
@_options.glossary
@_options.config
def command(
    entries: tuple[str, ...], by: str, on: date, dry_run: bool, glossary: str | None, config: str | None
) -> None:
    """Note that you looked at these entries and found them right as they stand.

    Exit status: 0 done, 2 not possible: then nothing is written.
    """
    from msglint.agreement.reviewing import review
    from msglint.cli._editing import run

    run(lambda draft: review(draft, entries, by, on), glossary, config, dry_run)
