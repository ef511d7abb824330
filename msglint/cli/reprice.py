"""`msglint reprice`: a new price from a day on."""

from datetime import date
from decimal import Decimal
from typing import Any

import click

from msglint.cli import _options


@click.command("reprice", short_help="Give an entry of the glossary a new price.")
@click.argument("name", callback=_options.as_text)
@click.argument("price", callback=_options.as_kind("money"))
@_options.on("First day of the new price.", required=True)
@click.option("--region", callback=_options.as_text, metavar="NAME", help="The price of this region: GB, IE …")
@click.option("--currency", callback=_options.as_kind("currency"), metavar="CODE", help="The price in this currency.")
@click.option("--per", callback=_options.as_kind("unit"), metavar="UNIT", help="The price of this unit: person …")
@click.option("--vat", type=click.Choice(["included", "excluded"]), help="The price with or without VAT.")
@click.option(
    "--min-quantity", callback=_options.as_kind("count"), metavar="N", help="The price from this quantity on."
)
@_options.dry_run
@_options.glossary
@_options.config
def command(
    name: str, price: Any, on: date, region: str | None, currency: str | None, per: tuple[str, ...] | None,
    vat: str | None, min_quantity: Decimal | None, dry_run: bool, glossary: str | None, config: str | None,
) -> None:  # fmt: skip
    """Have the entry NAME cost PRICE (12.50, or 12.50 GBP per person) from a day on.

    The price that holds on that day ends the day before, and stays in the glossary, so that it can be recognised. Where
    an entry has several prices, the options say which of them ends; where none of them is meant, one is added.

    Exit status: 0 done, 2 not possible: then nothing is written.
    """
    from msglint.agreement.pricing import reprice
    from msglint.agreement.windows import Asked
    from msglint.cli._editing import run

    asked = Asked(price, region, currency, per, vat, min_quantity)
    run(lambda draft: reprice(draft, name, asked, on), glossary, config, dry_run)
