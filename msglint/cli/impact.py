"""`msglint impact`: before a rename or a new price, every place that would become stale."""

from datetime import date

import click

from msglint.cli import _options, _pages


@click.command("impact", short_help="Before a rename: show every place that would become stale.")
@click.argument("name")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option("--to", metavar="NEW", help="The new name, where it is known.")
@click.option("--price", is_flag=True, help="Places with its price too, as if that changed on the same day.")
@_options.as_of
@_options.glossary
@_options.config
@_options.rules
@_pages.output_options
@click.pass_context
def command(
    ctx: click.Context,
    /,
    name: str,
    paths: tuple[str, ...],
    to: str | None,
    price: bool,
    as_of: date,
    glossary: str | None,
    config: str | None,
    rules: tuple[str, ...],
    format: str | None,
    output: str | None,
) -> None:
    """Show every place in PATHS that becomes stale when NAME is given up: what `msglint check` will report then.

    A change that the glossary plans already is judged as on its own day; else NAME is judged as if it were given up
    today, or on --as-of. PATHS are files and folders; without any, the working directory.

    Exit status: 0 shown, 2 NAME is not in use, or something could not be judged.
    """
    from msglint.cli._impact import run
    from msglint.cli._settings import settings_of

    impact, status = run(settings_of(config, glossary, rules), name, paths or (".",), as_of, to, price, output)
    from msglint.digest.impact.places import impact_page

    _pages.send(impact, lambda: impact_page(impact), format, output)
    ctx.exit(status)
