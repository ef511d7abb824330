"""`msglint glossary`: is the glossary itself in order, who has agreed to it, and what does everybody see of it?"""

from datetime import date

import click

from msglint.cli import _options, _pages


@click.group("glossary", short_help="Check, publish, import and export the glossary; show who has agreed to it.")
def command() -> None:
    """The glossary itself: its health, who has agreed to it, a page of it for everybody, other formats."""


@command.command("check")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@_options.glossary
@_options.config
@_options.as_of
@_options.format_
@click.option("--strict", is_flag=True, help="For CI: warnings fail too, such as sign-offs missing or void.")
@click.pass_context
def check(
    ctx: click.Context,
    paths: tuple[str, ...],
    glossary: str | None,
    config: str | None,
    as_of: date,
    format: str | None,
    strict: bool,
) -> None:
    """Judge the glossary by all GLO rules; with PATHS, also find exceptions that nothing in them needs.

    Exit status: 0 in order, 1 findings, 2 not a glossary.
    """
    from msglint.cli._glossary_health import run

    ctx.exit(run(paths, glossary, config, as_of, format, strict))


@command.command("status")
@click.argument("entries", nargs=-1, metavar="[ENTRY]...", callback=_options.as_texts)
@click.option("--as", "team", callback=_options.as_text, metavar="TEAM", help="Only what this team has yet to sign.")
@_options.glossary
@_options.config
@_options.as_of
@_pages.output_options
def status(
    entries: tuple[str, ...], team: str | None, glossary: str | None, config: str | None, as_of: date,
    format: str | None, output: str | None,
) -> None:  # fmt: skip
    """Show who has agreed to what, who has yet to sign, and what has changed since they did.

    Exit status: 0 shown, 2 not a glossary, a name or a format.
    """
    from msglint.cli._agreeing import standing
    from msglint.digest.standing_page import standing_page

    found = standing(entries, team, glossary, config, as_of)
    _pages.send(found, lambda: standing_page(found), format, output)


@command.command("publish")
@click.argument("folder", metavar="DIR")
@click.option("--title", callback=_options.as_text, metavar="TEXT", help="What the page is called.")
@click.option(
    "--days", type=click.IntRange(0, 3660), default=30, show_default=True, help="How far to look around for news."
)
@_options.as_of
@_pages.view_options
@_options.glossary
@_options.config
def publish(
    folder: str, title: str | None, days: int, as_of: date, glossary: str | None, config: str | None,
    **readers: str | None,
) -> None:  # fmt: skip
    """Write the whole glossary as one searchable page, for people without a terminal.

    DIR/index.html loads nothing: put it on a file share, mail it, open it on a phone. Old and misspelt names find what
    they are called now. Beside it: glossary.json, the same for programs, and today.csv, the sheet of the day. It is for
    our own people; with --audience customer it holds nothing that customers may not know.

    Exit status: 0 written, 2 not a glossary, or DIR holds files of somebody else.
    """
    from msglint.cli._publishing import run
    from msglint.digest.view import View

    view = View(as_of, **{**readers, "audience": readers["audience"] or "internal"})
    run(folder, view, days, title, glossary, config)


@command.command("schema")
def schema() -> None:
    """Print the JSON Schema of glossary files, for editors."""
    from msglint.cli._output import put_json
    from msglint.glossary.schema import json_schema

    put_json(json_schema())


_FORMAT = click.option(
    "--format", callback=_options.as_text, metavar="NAME", help="csv, json, tbx, xlsx.  [default: by the suffix]"
)


@command.command("export")
@click.argument("file", metavar="FILE|-")
@_FORMAT
@click.option("--template", is_flag=True, help="Write an empty .xlsx or .csv to fill in instead.")
@_options.glossary
@_options.config
def export(file: str, format: str | None, template: bool, glossary: str | None, config: str | None) -> None:
    """Write the glossary to FILE, for spreadsheets (xlsx, csv), term bases (tbx) or programs (json).

    Exit status: 0 written, 2 not possible.
    """
    from msglint.cli import _exchanging

    if template:
        _exchanging.template(file, format)
    else:
        _exchanging.export(file, format, glossary, config)


@command.command("import")
@click.argument("file", metavar="FILE|-")
@_FORMAT
@click.option("--into", "--glossary", "into", metavar="FILE", help="The glossary; where there is none, it is made.")
@click.option(
    "--on-conflict",
    type=click.Choice(["show", "ours", "theirs"]),
    default="show",
    show_default=True,
    help="Where both say something else: show it and leave ours, keep ours, or take what FILE says.",
)
@click.option(
    "--language",
    callback=_options.as_kind_of_text("language"),
    metavar="TAG",
    help="How FILE writes figures and days where they may mean two things: de, en-GB …",
)
@_options.dry_run
@_options.config
@click.pass_context
def import_(
    ctx: click.Context, file: str, format: str | None, into: str | None, on_conflict: str, language: str | None,
    dry_run: bool, config: str | None,
) -> None:  # fmt: skip
    """Merge FILE, a spreadsheet (xlsx, csv), term base (tbx) or json, into the glossary.

    What is new is added; what differs is shown, and nothing is overwritten or taken away unless you say so.

    Exit status: 0 merged, 1 merged but for conflicts, 2 not possible: then nothing is written.
    """
    from msglint.cli._exchanging import import_ as run

    ctx.exit(run(file, format, language, into, config, dry_run, on_conflict))
