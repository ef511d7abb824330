"""The command line: one command, one module; the only place that prints or exits.

A command module holds `command: click.Command`, under the module's own name, and imports what is slow inside its
functions, so that `--help` costs nothing. Modules with a leading underscore are shared by commands.
"""

_COLLECT_AFTER = 50_000
"""So many new containers start a collection of garbage, Python's own 700: what is made while starting is no garbage."""


def main() -> None:
    """The entry point `msglint`."""
    import atexit
    import gc

    gc.set_threshold(_COLLECT_AFTER)
    atexit.register(gc.freeze)  # the process ends: looking for garbage once more took a tenth of a clean run
    from msglint.cli._group import msglint

    msglint(prog_name="msglint")
