"""`msglint config`: the settings in force, and their schema."""

import click

from msglint.cli import _options


@click.group("config", short_help="Show the settings in force; print their schema.")
def command() -> None:
    """The settings of msglint.yaml, or of [tool.msglint] in pyproject.toml."""


@command.command("show")
@_options.config
def show(config: str | None) -> None:
    """Show every setting in force here, and where each comes from (as `msglint check --show-config` does)."""
    from msglint.cli._output import put
    from msglint.cli._settings import settings_of
    from msglint.config.show import show

    put(show(settings_of(config)))


@command.command("schema")
def schema() -> None:
    """Print the JSON Schema of msglint.yaml, for editors."""
    from msglint.cli._output import put_json
    from msglint.config.schema import json_schema

    put_json(json_schema())
