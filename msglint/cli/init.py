"""`msglint init`: the files a folder needs to begin with."""

from datetime import date

import click

from msglint.cli import _options


def _as_day(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    return None if value is None else _options.as_date(ctx, param, value)


@click.command("init", short_help="Write a glossary and settings to begin with.")
@click.argument("folder", default=".", type=click.Path(file_okay=False))
@click.option("--organization", metavar="NAME", help="Your company's own name.")
@click.option("--name", metavar="NAME", help="A name you use now, of a product say.")
@click.option("--old-name", metavar="NAME", help="What that was called before.")
@click.option("--since", callback=_as_day, metavar="YYYY-MM-DD", help="The day the name changed.")
@click.option("--price", metavar="PRICE", help="What it costs: 12.50 GBP per person")
@click.option("--owner", metavar="WHO", help="Whom to ask about a name.")
@click.option("--language", metavar="TAG", help="The language of your documents, such as en-GB.  [default: en]")
@click.option("--hook/--no-hook", default=None, help="Check every commit, by pre-commit.  [default: in git, yes]")
@click.option(
    "--ci",
    type=click.Choice(["github", "gitlab", "none"]),
    help="Check pull requests there.  [default: by what is here]",
)
@click.option("--repository", metavar="URL", help="Where git gets msglint from.  [default: it is installed already]")
@click.option("--yes", is_flag=True, help="Ask nothing: take the options, and the defaults for the rest.")
@click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing.")
def command(folder: str, yes: bool, dry_run: bool, **options: object) -> None:
    """Write glossary.yaml and msglint.yaml into FOLDER (here, unless you name one), and what git and CI need.

    A few questions are asked on a terminal; without one, or with --yes, the options tell all. Nothing that is there
    already is changed, but that the hook is added to the ones you have.
    """
    from msglint.cli._starting import run

    run(folder, options, ask=not yes, only_show=dry_run)
