"""The command line: one command, one module; the only place that prints or exits.

A command module holds `command: click.Command`, under the module's own name, and imports what is slow inside its
functions, so that `--help` costs nothing. Modules with a leading underscore are shared by commands.
"""


def main() -> None:
    """The entry point `msglint`."""
    from msglint.cli._group import msglint

    msglint(prog_name="msglint")
