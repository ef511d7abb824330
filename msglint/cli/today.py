"""`msglint today`: the one page of what we say, charge and offer on a day."""

from datetime import date

import click

from msglint.cli import _options, _pages


@click.command("today", short_help="Show the names, prices and offers that hold today.")
@_options.glossary
@_options.config
@_options.as_of
@click.option("--days", type=click.IntRange(0, 3660), default=30, show_default=True, help="How far to look around.")
@_pages.view_options
@_pages.output_options
def command(
    glossary: str | None,
    config: str | None,
    as_of: date,
    days: int,
    format: str | None,
    output: str | None,
    **readers: str | None,
) -> None:
    """Show every name, price and offer that holds today, what changed lately and what is about to change.

    For --audience customer and other outsiders: no names under embargo, no internal entries, owners or former names.

    Exit status: 0 shown, 2 not a glossary or not a format.
    """
    from msglint.cli._discretion import told_of
    from msglint.cli._settings import settings_of
    from msglint.digest.sheet import active_sheet
    from msglint.digest.sheet_page import sheet_page
    from msglint.digest.view import View

    view = View(as_of, **readers)
    sheet = active_sheet(told_of(settings_of(config, glossary), view), view, days)
    _pages.send(sheet, lambda: sheet_page(sheet), format, output)
