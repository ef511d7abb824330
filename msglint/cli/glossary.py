"""`msglint glossary`: is the glossary itself in order?"""

from datetime import date

import click

from msglint.cli import _options


@click.group("glossary", short_help="Check the glossary itself; print its schema.")
def command() -> None:
    """The glossary's own health."""


@command.command("check")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@_options.glossary
@_options.config
@_options.as_of
@_options.format_
@click.pass_context
def check(
    ctx: click.Context,
    paths: tuple[str, ...],
    glossary: str | None,
    config: str | None,
    as_of: date,
    format: str | None,
) -> None:
    """Judge the glossary by all GLO rules; with PATHS, also find exceptions that nothing in them needs.

    Exit status: 0 in order, 1 findings, 2 not a glossary.
    """
    from msglint.cli._glossary_health import run

    ctx.exit(run(paths, glossary, config, as_of, format))


@command.command("schema")
def schema() -> None:
    """Print the JSON Schema of glossary files, for editors."""
    from msglint.cli._output import put_json
    from msglint.glossary.schema import json_schema

    put_json(json_schema())
