"""Options that several commands share, and how their values are read."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, TypeVar

import click

from msglint.cli import _completing

Command = TypeVar("Command", bound=Callable[..., Any])


def as_date(ctx: click.Context, param: click.Parameter, value: str | None) -> date:
    """The day written, or today."""
    if value is None:
        return date.today()
    try:
        return datetime.strptime(value.strip(), "%Y-%m-%d").date()
    except ValueError:
        raise click.BadParameter(f"“{value}” is no day: a day is written year-month-day, as in 2026-03-01.") from None


def as_text(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """A text on one line, as a file can hold it."""
    text = " ".join((value or "").split())
    if value is not None and (not text or not text.isprintable()):
        raise click.BadParameter("write some words; control characters and undecodable bytes are none.")
    return text if value is not None else None


def as_texts(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Texts, each on one line."""
    return tuple(str(as_text(ctx, param, value)) for value in values)


def as_kind(kind: str) -> Callable[[click.Context, click.Parameter, str | None], Any]:
    """A value of a kind that the glossary knows (kinds.KINDS), read as it is there."""

    def read(ctx: click.Context, param: click.Parameter, value: str | None) -> Any:
        from msglint.glossary.kinds import KINDS

        text = as_text(ctx, param, value)
        try:
            return None if text is None else KINDS[kind].parse(text)
        except ValueError as error:
            raise click.BadParameter(f"“{text}”: {error}") from None

    return read


def as_kind_of_text(kind: str) -> Callable[[click.Context, click.Parameter, str | None], str | None]:
    """The text of a value of that kind, as written."""

    def read(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
        as_kind(kind)(ctx, param, value)
        return as_text(ctx, param, value)

    return read


def as_codes(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Codes and prefixes, by comma or repeated, in capitals."""
    return tuple(code.strip().upper() for value in values for code in value.split(",") if code.strip())


def as_jobs(ctx: click.Context, param: click.Parameter, value: str) -> int | None:
    """A number of processes, None for as many as make sense."""
    if value == "auto":
        return None
    if value.isdecimal() and int(value) > 0:
        return int(value)
    raise click.BadParameter(f"“{value}” is neither “auto” nor a number above 0.")


as_of = click.option(
    "--as-of",
    callback=as_date,
    metavar="YYYY-MM-DD",
    help="Judge as on that day.  [default: today]",
)


def on(what: str, required: bool = False) -> Callable[[Command], Command]:
    """--on, a day; today where it need not be given."""
    help = what if required else f"{what}  [default: today]"
    return click.option("--on", required=required, callback=as_date, metavar="YYYY-MM-DD", help=help)


dry_run = click.option("--dry-run", is_flag=True, help="Show what would change in the files, and write nothing.")
by = click.option("--by", required=True, metavar="NAME", callback=lambda *given: as_text(*given), help="Who you are.")
glossary = click.option(
    "--glossary", metavar="FILE", help="The glossary.  [default: glossary.yaml, looked for upward from here]"
)
rules = click.option("--rules", multiple=True, metavar="PATH", help="More rule packs: a file or a folder; repeatable.")
config = click.option(
    "--config", metavar="FILE", help="The settings.  [default: msglint.yaml or pyproject.toml, upward]"
)
format_ = click.option(
    "--format",
    metavar="NAME",
    shell_complete=_completing.formats,
    help="full, concise, json, github …  [default: full on a terminal, else concise]",
)
select = click.option(
    "--select",
    multiple=True,
    callback=as_codes,
    shell_complete=_completing.codes,
    metavar="CODES",
    help="Only these: NAM,PRC2,OFR301",
)
ignore = click.option(
    "--ignore", multiple=True, callback=as_codes, shell_complete=_completing.codes, metavar="CODES", help="Not these."
)
context = click.option(
    "--context", multiple=True, metavar="PATHS", help="Documents to compare with, which are never blamed; repeatable."
)
audience = click.option(
    "--audience", metavar="NAME", help="Who reads every file of this run: customer, partner, internal …"
)
channel = click.option("--channel", metavar="NAME", help="Through which channel: flyer, email, script …")
region = click.option("--region", metavar="NAME", help="Where: GB, IE …")
baseline = click.option(
    "--baseline", metavar="FILE", help="Findings that are known: see `msglint baseline`.  [default: from the settings]"
)
output = click.option(
    "--output", multiple=True, metavar="[NAME=]FILE", help="Write a report to a file too; repeatable."
)
jobs = click.option(
    "--jobs",
    default="auto",
    callback=as_jobs,
    metavar="N|auto",
    help="How many processes at most; auto: one for each processor.  [default: auto]",
)
no_cache = click.option("--no-cache", is_flag=True, help="Judge every document anew, and keep no results.")
cache_dir = click.option(
    "--cache-dir", metavar="DIR", help="Where results are kept between runs.  [default: your own cache folder]"
)


def min_certainty(default: str) -> Callable[[Command], Command]:
    """--min-certainty, with that default."""
    return click.option(
        "--min-certainty",
        type=click.Choice(["certain", "likely", "possible"]),
        default=default,
        show_default=True,
        help="Show findings from this certainty on.",
    )


def fail_on(default: str | None = None) -> Callable[[Command], Command]:
    """--fail-on; without a default the settings decide, and without settings "error"."""
    return click.option(
        "--fail-on",
        type=click.Choice(["error", "warning", "note", "never"]),
        default=default,
        help=f"Exit with 1 from this severity on.  [default: {default or 'error'}]",
    )


def changed(command: Command) -> Command:
    """--changed and --changed-since."""
    command = click.option(
        "--changed-since",
        metavar="REV",
        help="Only on lines changed since the merge base with REV (a branch or commit).",
    )(command)
    return click.option(
        "--changed", is_flag=True, help="Only on lines changed against HEAD; in a hook, what of them is staged."
    )(command)


def quiet_and_verbose(command: Command) -> Command:
    """--quiet and --verbose."""
    command = click.option("-v", "--verbose", is_flag=True, help="Tell what was skipped and where things come from.")(
        command
    )
    return click.option("-q", "--quiet", is_flag=True, help="Only findings and errors.")(command)
