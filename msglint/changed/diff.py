"""What `git diff` prints: raw records (git-diff(1), "Raw output format", with -z) and the hunks of patches."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from msglint.lazy_pattern import lazy_pattern

_HUNK = lazy_pattern(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_ESCAPED = lazy_pattern(rb"\\([0-7]{3}|.)")
_ESCAPES = {b"a": 7, b"b": 8, b"t": 9, b"n": 10, b"v": 11, b"f": 12, b"r": 13}

Span = tuple[int, int]
"""First and last line, from 1."""


class Record(Struct, frozen=True):
    """One changed file. `status` is a letter of git's: A, D, M, R, T, U. Paths are bytes, relative to the work tree.

    `blob` is the name of the old version's content, without meaning where there was none.
    """

    status: str
    path: bytes
    old_path: bytes
    blob: str


def records(output: bytes) -> Iterator[Record]:
    """The records of `git diff --raw -z --no-abbrev`."""
    fields = iter(output.split(b"\0"))
    for head in fields:
        if head.startswith(b":"):
            _, _, blob, _, status = head.split(b" ")
            old = new = next(fields)
            if status[:1] in (b"R", b"C"):
                new = next(fields)
            yield Record(status[:1].decode(), new, old, blob.decode())


def changed_lines(patch: bytes) -> dict[bytes, tuple[Span, ...]]:
    """By path, the lines that a patch with the prefixes a/ and b/ adds or changes; files without hunks are absent."""
    found: dict[bytes, list[int]] = {}
    lines = iter(patch.split(b"\n"))
    path = b""
    for line in lines:
        if line.startswith(b"+++ "):
            path = _path(line[4:])
            found.setdefault(path, [])
        elif hunk := _HUNK.match(line):
            found.setdefault(path, []).extend(_added(hunk.groups(), lines))
    return {path: _spans(numbers) for path, numbers in found.items()}


def _added(header: Sequence[bytes | None], lines: Iterator[bytes]) -> Iterator[int]:
    """The new numbers of the lines that a hunk adds. Reads all of it, so that none of its lines is taken for more."""
    old, number, new = (int(b"1" if part is None else part) for part in header)
    while old or new:
        line = next(lines, None)
        if line is None:
            return
        mark = line[:1]
        if mark == b"\\":  # “No newline at end of file”
            continue
        old -= mark != b"+"
        new -= mark != b"-"
        if mark == b"+":
            yield number
        number += mark != b"-"


def _spans(numbers: Iterable[int]) -> tuple[Span, ...]:
    spans: list[Span] = []
    for number in numbers:
        if spans and spans[-1][1] == number - 1:
            spans[-1] = spans[-1][0], number
        else:
            spans.append((number, number))
    return tuple(spans)


def _path(written: bytes) -> bytes:
    """The path in a patch's header: quoted as in C where there is need, and a tab behind it where it holds a space."""
    written = written.removesuffix(b"\t")
    if written.startswith(b'"') and written.endswith(b'"'):
        written = _ESCAPED.sub(lambda match: _unescaped(match[1]), written[1:-1])
    return written.removeprefix(b"b/")


def _unescaped(code: bytes) -> bytes:
    if code.isdigit():
        return bytes([int(code, 8) & 0xFF])
    return bytes([_ESCAPES[code]]) if code in _ESCAPES else code
