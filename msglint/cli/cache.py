"""`msglint cache`: what is kept between runs, and away with it."""

import click

from msglint.cli import _options


@click.group("cache", short_help="Show or clear what is kept between runs.")
def command() -> None:
    """What msglint keeps between runs: results, compiled rules and glossaries. Without it, it is slower, no more."""


@command.command("info")
@_options.cache_dir
def info(cache_dir: str | None) -> None:
    """Show where it is, what it holds and how large it is."""
    from msglint.cli._kept import describe

    describe(cache_dir)


@command.command("clear")
@_options.cache_dir
def clear(cache_dir: str | None) -> None:
    """Remove what msglint keeps, and nothing else that may lie in the same folder."""
    from msglint.cli._kept import clear

    clear(cache_dir)
