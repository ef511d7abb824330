"""`msglint rules`: the rules there are, and their proof."""

import click

from msglint.cli import _options


@click.group("rules", short_help="List rules; test them by their examples; print their schema.")
def command() -> None:
    """The rules of the built-in packs and of your own."""


@command.command("list")
@_options.rules
@_options.config
def list_(rules: tuple[str, ...], config: str | None) -> None:
    """List every rule: code, severity, name."""
    from msglint.cli._explaining import listed
    from msglint.cli._output import put
    from msglint.cli._settings import settings_of
    from msglint.cli._standard import rules_of

    put(listed(rules_of(settings_of(config, rules=rules)).values()))


@command.command("test")
@click.argument("packs", nargs=-1, metavar="[PACK]...")
@click.pass_context
def test(ctx: click.Context, packs: tuple[str, ...]) -> None:
    """Run the examples of rule packs (files or folders); without any, of the built-in ones.

    Each wrong example must yield exactly its finding, each right one none. Exit status: 0 all hold, 1 not.
    """
    from msglint.cli._proving import run

    ctx.exit(run(packs))


@command.command("schema")
def schema_() -> None:
    """Print the JSON Schema of rule packs, for editors."""
    from msglint.cli._output import put_json
    from msglint.rulebook.schema import schema

    put_json(schema())
