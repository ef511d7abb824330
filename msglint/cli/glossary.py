"""`msglint glossary`: is the glossary itself in order?"""

from datetime import date

import click

from msglint.cli import _options, _pages


@click.group("glossary", short_help="Check the glossary itself; show who has agreed to it.")
def command() -> None:
    """The glossary's own health."""


@command.command("check")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@_options.glossary
@_options.config
@_options.as_of
@_options.format_
@click.option("--strict", is_flag=True, help="For CI: warnings fail too, such as sign-offs missing or void.")
@click.pass_context
def check(
    ctx: click.Context,
    paths: tuple[str, ...],
    glossary: str | None,
    config: str | None,
    as_of: date,
    format: str | None,
    strict: bool,
) -> None:
    """Judge the glossary by all GLO rules; with PATHS, also find exceptions that nothing in them needs.

    Exit status: 0 in order, 1 findings, 2 not a glossary.
    """
    from msglint.cli._glossary_health import run

    ctx.exit(run(paths, glossary, config, as_of, format, strict))


@command.command("status")
@click.argument("entries", nargs=-1, metavar="[ENTRY]...", callback=_options.as_texts)
@click.option("--as", "team", callback=_options.as_text, metavar="TEAM", help="Only what this team has yet to sign.")
@_options.glossary
@_options.config
@_options.as_of
@_pages.output_options
def status(
    entries: tuple[str, ...], team: str | None, glossary: str | None, config: str | None, as_of: date,
    format: str | None, output: str | None,
) -> None:  # fmt: skip
    """Show who has agreed to what, who has yet to sign, and what has changed since they did.

    Exit status: 0 shown, 2 not a glossary, a name or a format.
    """
    from msglint.cli._agreeing import standing
    from msglint.digest.standing_page import standing_page

    found = standing(entries, team, glossary, config, as_of)
    _pages.send(found, lambda: standing_page(found), format, output)


@command.command("schema")
def schema() -> None:
    """Print the JSON Schema of glossary files, for editors."""
    from msglint.cli._output import put_json
    from msglint.glossary.schema import json_schema

    put_json(json_schema())
