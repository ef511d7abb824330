"""What the reading verbs share: who reads, the formats there are, and where the result goes."""

from collections.abc import Callable
import os
import sys

import click

from msglint import registry
from msglint.cli import _options
from msglint.cli._output import put, wants_color, width, write
from msglint.digest.page import Page

RENDERERS = "msglint.digest.renderers"
JSON = "json"


def view_options(command: _options.Command) -> _options.Command:
    """--region, --audience and --channel: for whom something is told."""
    for name, says in (
        ("--channel", "Only what is meant for this channel: flyer, email, script …"),
        ("--audience", "For whom: customer, partner, internal …; outsiders never see what is under embargo."),
        ("--region", "Where: GB, IE …"),
    ):
        command = click.option(name, metavar="NAME", help=says)(command)
    return command


def output_options(command: _options.Command) -> _options.Command:
    """--format and --output of what can be told in several ways."""
    command = click.option("--output", metavar="FILE", help="Write to this file; its suffix tells the format.")(command)
    return click.option("--format", metavar="NAME", callback=_known, help=f"{', '.join(formats())}.  [default: text]")(
        command
    )


def formats() -> tuple[str, ...]:
    """The names there are for --format."""
    return tuple(sorted((*registry.names(RENDERERS), JSON)))


def send(data: object, laid_out: Callable[[], Page], format: str | None, output: str | None) -> None:
    """Put data in the format asked for, by name or by the file's suffix, where it is wanted. Raises ConfigError."""
    name = format or _by_suffix(output) or "text"
    if name == JSON:
        from msglint.digest.as_json import as_json

        text, encoding = as_json(data), "utf-8"
    else:
        renderer = registry.load(RENDERERS, name)
        color = output is None and wants_color(sys.stdout)
        text = renderer.render(laid_out(), color=color, width=width())
        encoding = getattr(renderer, "ENCODING", "utf-8")
    if output is None:
        put(text)
    else:
        write(output, text, encoding)


def _by_suffix(output: str | None) -> str | None:
    suffix = os.path.splitext(output or "")[1].lstrip(".").lower()
    name = {"md": "markdown", "htm": "html", "txt": "text"}.get(suffix, suffix)
    return name if name in formats() else None


def _known(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    if value is None or value in formats():
        return value
    raise click.BadParameter(f"“{value}” is no format; known are {', '.join(formats())}.")
