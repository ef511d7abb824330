"""`msglint completion`: what a shell needs to complete commands, options, codes and formats."""

import click
from click.shell_completion import get_completion_class

_VARIABLE = "_MSGLINT_COMPLETE"
"""As click names it for a program named msglint."""
_SHELLS = ("bash", "zsh", "fish", "powershell")


def _known() -> tuple[str, ...]:
    return tuple(shell for shell in _SHELLS if get_completion_class(shell) is not None)


@click.command("completion", short_help="Print what your shell needs to complete msglint's words.")
@click.argument("shell", type=click.Choice(_known()))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the completion script of a shell. Have it read whenever the shell starts:

    \b
    bash   in ~/.bashrc:   eval "$(msglint completion bash)"
    zsh    in ~/.zshrc:    eval "$(msglint completion zsh)"
    fish   once:           msglint completion fish > ~/.config/fish/completions/msglint.fish
    """
    kind = get_completion_class(shell)
    assert kind is not None  # _known() saw to it
    from msglint.cli._output import put

    put(kind(ctx.find_root().command, {}, "msglint", _VARIABLE).source() + "\n")
