"""`msglint rename`: a new name from a day on."""

from datetime import date
from typing import Any

import click

from msglint.cli import _options


@click.command("rename", short_help="Give an entry of the glossary a new name.")
@click.argument("old", callback=_options.as_text)
@click.argument("new", callback=_options.as_text)
@click.option("--on", required=True, callback=_options.as_date, metavar="YYYY-MM-DD", help="First day of the new name.")
@click.option(
    "--price", callback=_options.as_kind("money"), metavar="PRICE", help="What it costs from that day on: 12.50"
)
@click.option("--why", callback=_options.as_text, metavar="TEXT", help="Why; shown with every finding of the old name.")
@click.option(
    "--grace",
    callback=_options.as_kind_of_text("duration"),
    metavar="14d",
    help="How long after that day the old name is only a note.",
)
@_options.dry_run
@_options.glossary
@_options.config
def command(
    old: str, new: str, on: date, price: Any, why: str | None, grace: str | None, dry_run: bool,
    glossary: str | None, config: str | None,
) -> None:  # fmt: skip
    """Call the entry OLD by the name NEW from a day on.

    The entry keeps its id, its history and its place in the file. Its old name becomes a superseded one until the day
    before; with --price, its price ends that day too, and the new one begins. Sign-offs are void with that.

    Exit status: 0 done, 2 not possible: then nothing is written.
    """
    from msglint.agreement.renaming import Rename, rename
    from msglint.agreement.windows import Asked
    from msglint.cli._editing import run

    asked = Rename(new, on, date.today(), Asked(price) if price else None, why, grace)
    run(lambda draft: rename(draft, old, asked), glossary, config, dry_run)
