"""What a shell may complete a value to."""

import click
from click.shell_completion import CompletionItem

from msglint import registry


def formats(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """The output formats."""
    return [name for name in registry.names("msglint.formatters") if name.startswith(incomplete)]


def codes(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The codes of the built-in rules with their names; of several by comma, the last is completed."""
    from msglint.cli._standard import rules_of
    from msglint.config.settings import Settings

    before, comma, begun = incomplete.rpartition(",")
    return [
        CompletionItem(f"{before}{comma}{code}", help=rule.name)
        for code, rule in sorted(rules_of(Settings()).items())
        if code.startswith(begun.upper())
    ]
