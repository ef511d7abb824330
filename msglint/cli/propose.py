"""`msglint propose`: a new entry that nobody has agreed to yet."""

from datetime import date

import click

from msglint.cli import _options


@click.command("propose", short_help="Propose a new entry for the glossary.")
@click.argument("name", callback=_options.as_text)
@_options.by
@click.option(
    "--type",
    "type_",
    callback=_options.as_kind_of_text("type"),
    metavar="TYPE",
    help="product, offer, persona, metric, stage, sla, claim, brand, term",
)
@click.option("--price", callback=_options.as_kind_of_text("money"), metavar="PRICE", help="6.50 GBP per person")
@click.option("--definition", callback=_options.as_text, metavar="TEXT", help="What it is.")
@click.option("--owner", callback=_options.as_text, metavar="NAME", help="Whom to ask about it.")
@click.option("--why", "--note", callback=_options.as_text, metavar="TEXT", help="Why; becomes the entry's note.")
@click.option(
    "--on", callback=_options.as_date, metavar="YYYY-MM-DD", help="The day of the proposal.  [default: today]"
)
@click.option("--file", metavar="FILE", help="The file of the glossary to add it to.  [default: the main one]")
@_options.dry_run
@_options.glossary
@_options.config
def command(
    name: str, by: str, type_: str | None, price: str | None, definition: str | None, owner: str | None,
    why: str | None, on: date, file: str | None, dry_run: bool, glossary: str | None, config: str | None,
) -> None:  # fmt: skip
    """Add the entry NAME to the glossary as a proposal: it is mentioned, and fails no run, until both teams sign it.

    Exit status: 0 done, 2 not possible: then nothing is written.
    """
    from msglint.agreement.proposing import Proposal, propose
    from msglint.cli._editing import run

    asked = Proposal(name, by, on, type_, price, definition, owner, why)
    run(lambda draft: propose(draft, asked, file), glossary, config, dry_run)
