"""The group of all commands: finds them in this package, and turns every error into a message and an exit status."""

import os
import sys
from typing import Any, NoReturn

import click

from msglint import __version__, registry
from msglint.cli._output import tell
from msglint.errors import MsglintError, ProblemsError

COULD_NOT_CHECK = 2
INTERRUPTED = 130  # 128 + SIGINT, as shells have it
_PIPE_CLOSED = 1  # as click ends where it notices first


class Commands(click.Group):
    """A group whose commands are the modules of this package."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(registry.names("msglint.cli"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in registry.names("msglint.cli"):
            return None
        command: click.Command = registry.load("msglint.cli", cmd_name).command
        return command

    def main(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Run and exit: 0, 1 or 2 as in the contract; no traceback for anything a user can mend."""
        if sys.stdout is None:  # closed by whoever started us
            sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  for as long as we live
        try:
            status = super().main(*args, **{**kwargs, "standalone_mode": False})
            sys.stdout.flush()
        except click.Abort:
            tell("interrupted")
            status = INTERRUPTED
        except click.ClickException as error:
            error.show()
            status = COULD_NOT_CHECK
        except MsglintError as error:
            for problem in error.problems if isinstance(error, ProblemsError) else [error]:
                tell(str(problem))
            status = COULD_NOT_CHECK
        except BrokenPipeError:  # `msglint check | head`: nobody reads on
            _forget_output()
            status = _PIPE_CLOSED
        except OSError as error:  # the disk is full, say
            tell(f"cannot go on: {error}")
            _forget_output()
            status = COULD_NOT_CHECK
        sys.exit(status if isinstance(status, int) else 0)


def _forget_output() -> None:
    """Let what is still unwritten go nowhere, or the interpreter's last flush would complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


@click.group(cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="msglint %(version)s")
@click.pass_context
def msglint(ctx: click.Context) -> None:
    """Keeps what a company says true to what it decided.

    One glossary holds the names, prices, offers and definitions; msglint reads scripts, flyers and e-mails and shows
    each statement that disagrees.
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
