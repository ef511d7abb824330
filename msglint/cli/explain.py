"""`msglint explain`: what a rule judges, why it matters, and what is right and wrong by it."""

import click

from msglint.cli import _completing, _options


@click.command("explain", short_help="Explain a rule: what, why, right and wrong.")
@click.argument("code", shell_complete=_completing.codes)
@_options.rules
@_options.config
def command(code: str, rules: tuple[str, ...], config: str | None) -> None:
    """Explain the rule of that code or name, with examples from its own pack; list the rules of a prefix (NAM)."""
    from msglint.cli._explaining import explanation
    from msglint.cli._output import put
    from msglint.cli._settings import settings_of
    from msglint.cli._standard import rules_of

    put(explanation(code, rules_of(settings_of(config, rules=rules), examples=True)))
