"""`msglint sign`: a team agrees."""

from datetime import date

import click

from msglint.cli import _options


@click.command("sign", short_help="Agree to entries of the glossary, for a team.")
@click.argument("entries", nargs=-1, metavar="[ENTRY]...", callback=_options.as_texts)
@click.option("--as", "team", required=True, callback=_options.as_text, metavar="TEAM", help="The team you sign for.")
@_options.by
@click.option(
    "--all", "--yes", "everything", is_flag=True, help="Sign all that the team has yet to sign, without being asked."
)
@_options.on("The day of signing.")
@_options.dry_run
@_options.glossary
@_options.config
def command(
    entries: tuple[str, ...], team: str, by: str, everything: bool, on: date, dry_run: bool,
    glossary: str | None, config: str | None,
) -> None:  # fmt: skip
    """Agree to these entries as they stand; without any, to all that the team has yet to agree to.

    A sign-off holds for what the entry says that day. Whoever changes that voids it, and `msglint glossary status`
    shows what has changed. Comments, order, quoting, notes and owners may change. A proposed entry is approved when all
    teams of `defaults: {sign_off: …}` have signed it.

    Exit status: 0 done, 1 not confirmed, 2 not possible; then nothing is written.
    """
    from msglint.cli._signing import run

    run(entries, team, by, everything, on, dry_run, glossary, config)
