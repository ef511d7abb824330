"""What is written where: findings to standard output, everything else to standard error, whatever their encodings."""

import codecs
import os
from pathlib import Path
import sys
from typing import TextIO

import click

from msglint.errors import ConfigError, Problem

_UNENCODABLE = "msglint-escape"
_LONGEST_NAME = 200
"""Bytes or characters of a file's name: less than any file system allows."""
_COLUMNS = 100


def _escape(error: UnicodeError) -> tuple[str, int]:
    """Write as \\uXXXX what an encoding lacks: harmless in text, and in JSON the same string."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    units = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2)), error.end


codecs.register_error(_UNENCODABLE, _escape)


def _printable(text: str, stream: TextIO) -> str:
    encoding = stream.encoding or "utf-8"
    return text.encode(encoding, _UNENCODABLE).decode(encoding)


def put(text: str, stream: TextIO | None = None) -> None:
    """Write findings, to standard output unless told otherwise."""
    out = stream or sys.stdout
    if os.linesep != "\n":  # which the stream makes of "\n"
        text = text.replace("\r\n", "\n")
    click.echo(_printable(text, out), out, nl=False, color=True if wants_color(out) else None)


def put_json(value: object) -> None:
    """Write a value as JSON that people can read."""
    import json

    put(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def tell(text: str) -> None:
    """Write what is not a finding; on a terminal, broken between words."""
    click.echo(_printable(_broken(f"msglint: {text}", sys.stderr), sys.stderr), err=True)


def _broken(line: str, stream: TextIO) -> str:
    """A line as a terminal shows it best; what has lines of its own keeps them."""
    if not stream.isatty() or "\n" in line:
        return line
    try:
        columns = os.get_terminal_size(stream.fileno()).columns
    except OSError:  # a terminal that does not know how wide it is
        return line
    if not 0 < columns < len(line):
        return line
    import textwrap

    indent = " " * len("msglint: ")
    return textwrap.fill(line, columns, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def write(file: str, text: str, encoding: str = "utf-8") -> None:
    """Write a report to a file, all of it or nothing. Raises ConfigError where the file cannot be written."""
    write_bytes(file, text.encode(encoding, _UNENCODABLE))


def write_bytes(file: str, data: bytes) -> None:
    """The same for a report that is no text."""
    target = Path(file).resolve()  # what a link leads to is written, not the link
    try:
        if target.exists() and not target.is_file():  # /dev/stderr, a pipe
            target.write_bytes(data)
            return
        beside = target.with_name(f".msglint-{os.getpid()}-{target.name}"[:_LONGEST_NAME])
        try:
            beside.write_bytes(data)
            os.replace(beside, target)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        cure = "" if target.parent.is_dir() else "; make that folder first"
        if isinstance(error, PermissionError) and target.exists():
            cure = "; is it open in another program?"
        raise ConfigError(Problem(file, f"cannot be written: {error.strerror}{cure}")) from error


def wants_color(stream: TextIO) -> bool:
    """Whether to colour, by https://no-color.org and FORCE_COLOR, else on terminals only."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (stream.isatty() and os.environ.get("TERM") != "dumb")


def width() -> int:
    """Columns of the terminal; 100 where there is none."""
    if not (os.environ.get("COLUMNS") or sys.__stdout__ and sys.__stdout__.isatty()):
        return _COLUMNS
    import shutil  # and three kinds of compression

    return shutil.get_terminal_size((_COLUMNS, 24)).columns
