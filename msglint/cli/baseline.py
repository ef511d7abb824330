"""`msglint baseline`: begin with old findings, and burn them down."""

from collections.abc import Callable
from typing import Any

import click

from msglint.cli import _options


@click.group("baseline", short_help="Keep a list of known findings: create, update, prune.")
def command() -> None:
    """A baseline lists findings that are known; `check --baseline FILE` shows only what is new.

    Without --baseline, it is the file that the settings name under `baseline`, else msglint-baseline.txt.
    """


def _common(function: Callable[..., Any]) -> Callable[..., Any]:
    for option in reversed(
        [
            click.argument("paths", nargs=-1, metavar="[PATHS]..."),
            _options.baseline,
            _options.glossary,
            _options.rules,
            _options.config,
            _options.as_of,
            _options.select,
            _options.ignore,
            click.option(
                "--min-certainty",
                type=click.Choice(["certain", "likely", "possible"]),
                help="From this certainty on.  [default: likely, or what the baseline was made with]",
            ),
            _options.context,
            _options.audience,
            _options.channel,
            _options.region,
            click.option("-q", "--quiet", is_flag=True, help="Only errors."),
        ]
    ):
        function = option(function)
    return function


@command.command("create")
@_common
@click.option("--force", is_flag=True, help="Replace a baseline that is there.")
@click.pass_context
def create(ctx: click.Context, /, force: bool, **options: Any) -> None:
    """Write down every finding there is now, in files, folders or the working directory."""
    from msglint.cli._known import Asked, create

    ctx.exit(create(Asked(**options), force))


@command.command("update")
@_common
@click.pass_context
def update(ctx: click.Context, /, **options: Any) -> None:
    """Add what is new, telling each, remove what is gone, and note where the rest is now."""
    from msglint.cli._known import Asked, update

    ctx.exit(update(Asked(**options)))


@command.command("prune")
@_common
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if there is something to remove.")
@click.pass_context
def prune(ctx: click.Context, /, check: bool, **options: Any) -> None:
    """Remove what is not found any more; nothing is added.

    Only what this run could have found is judged: entries of rules that did not run, of files that were not among
    PATHS or could not be read, and of a lower certainty stay.
    """
    from msglint.cli._known import Asked, prune

    ctx.exit(prune(Asked(**options), check))
