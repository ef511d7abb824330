"""`msglint changes`: what was renamed, repriced, started, ended, signed: the agenda of the check-in."""

import click

from msglint.cli import _options, _pages


@click.command("changes", short_help="Say what changed since a day or a git revision.")
@click.option("--since", required=True, metavar="DAY|REV", help="From that day on, or since that git revision.")
@click.option("--until", metavar="DAY|REV", help="Up to that day, or revision.  [default: today, as it is now]")
@_options.glossary
@_options.config
@_pages.output_options
def command(
    since: str, until: str | None, glossary: str | None, config: str | None, format: str | None, output: str | None
) -> None:
    """Say what was renamed, repriced, started, ended, retired, proposed, signed, reviewed or redefined.

    Since a day: what the glossary's own dates say and, where it is kept in git, what was written into it meanwhile.
    Since a revision (a tag, a branch, HEAD~3): the two versions compared, with every file they include.

    Exit status: 0 told, 2 not a glossary, a day or a revision.
    """
    from msglint.cli._changes import changes_of
    from msglint.cli._settings import settings_of
    from msglint.digest.changes import changes_page

    found = changes_of(settings_of(config, glossary), since, until)
    _pages.send(found, lambda: changes_page(found), format, output)
