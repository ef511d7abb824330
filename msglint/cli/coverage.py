"""`msglint coverage`: which names, prices and offers the documents do not mention."""

from datetime import date

import click

from msglint.cli import _options, _pages


@click.command("coverage", short_help="Say which names, prices and offers documents do not mention.")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option("--by", type=click.Choice(["channel", "document"]), default="channel", show_default=True, help="Look at.")
@click.option("--fail-on-gap", is_flag=True, help="Exit with 1 where something is not mentioned.")
@_options.as_of
@_options.glossary
@_options.config
@_options.audience
@_options.channel
@_options.region
@_pages.output_options
@click.pass_context
def command(
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    by: str,
    fail_on_gap: bool,
    as_of: date,
    glossary: str | None,
    config: str | None,
    format: str | None,
    output: str | None,
    **said: str | None,
) -> None:
    """Say which names, prices and offers no document in PATHS mentions, channel by channel.

    An entry whose scope names channels is expected in each of them; else a product, an offer and whatever has a price
    is expected in every channel of PATHS. A document's channel comes from the settings, its front matter or --channel.

    Exit status: 0 told, 1 gaps with --fail-on-gap, 2 something could not be read.
    """
    from msglint.cli._coverage import run
    from msglint.cli._settings import settings_of
    from msglint.digest.coverage.gaps import By
    from msglint.digest.coverage.page import coverage_page
    from msglint.model.judgement import Circumstances

    settings = settings_of(config, glossary)
    coverage, problems = run(settings, paths or (".",), Circumstances(as_of, **said), By(by), output)
    _pages.send(coverage, lambda: coverage_page(coverage), format, output)
    ctx.exit(2 if problems else int(fail_on_gap and bool(coverage.gaps)))
