"""What every reader of a text format is held to: exact places, and ReadError as its only failure."""

from contextlib import suppress
import random

from msglint import readers
from msglint.errors import ReadError
from msglint.model.document import Document, Segment
from msglint.readers import Source

NAME = "Business Lunch"


def read(path: str, text: str) -> Document:
    return readers.read(Source(path, text.encode("utf-8")))


def texts(path: str, text: str) -> list[str]:
    """The text of each segment."""
    return [segment.text for segment in read(path, text).segments]


def roles(path: str, text: str) -> list[tuple[str, str]]:
    """(role, text) of each segment."""
    return [(segment.role.value, segment.text) for segment in read(path, text).segments]


def cut(document: Document, segment: Segment, start: int, end: int) -> str:
    """What stands in the source, by line and column, where segment.text[start:end] was located."""
    at = document.locate(segment, start, end)
    assert None not in (at.line, at.column, at.end_line, at.end_column)
    lines = document.texts[segment.part].replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if at.line == at.end_line:
        return lines[at.line - 1][at.column - 1 : at.end_column - 1]
    inner = lines[at.line : at.end_line - 1]
    return "\n".join([lines[at.line - 1][at.column - 1 :], *inner, lines[at.end_line - 1][: at.end_column - 1]])


def found(document: Document, name: str = NAME) -> list[str]:
    """How each occurrence of the name is written in the source."""
    cuts = []
    for segment in document.segments:
        start = segment.text.find(name)
        while start >= 0:
            cuts.append(cut(document, segment, start, start + len(name)))
            start = segment.text.find(name, start + 1)
    return cuts


def assert_exact(document: Document) -> None:
    """Every piece lies in its segment and its source, and a verbatim one equals its source."""
    for segment in document.segments:
        source, before = document.texts[segment.part], 0
        for piece in segment.pieces:
            assert before <= piece.start
            before = piece.start + piece.length
            assert piece.length > 0
            assert 0 <= piece.source_start < piece.source_end <= len(source)
            if piece.verbatim and piece.length > 1:  # one character may stand for one other: a mask, "~" in TeX
                assert source[piece.source_start : piece.source_end] == segment.text[piece.start : before]
        assert before <= len(segment.text)


def assert_survives(path: str, text: str, rounds: int = 150, seed: int = 7) -> None:
    """Documents damaged in bytes are read or refused with ReadError; nothing else comes of them."""
    chance, data = random.Random(seed), text.encode("utf-8")
    for _ in range(rounds):
        damaged = bytearray(data)
        for _ in range(chance.randint(1, 6)):
            at = chance.randrange(len(damaged) + 1)
            match chance.randrange(4):
                case 0:
                    del damaged[at : at + chance.randint(1, 20)]
                case 1:
                    damaged[at:at] = bytes(
                        chance.choices(b"[]{}<>|:*_`\"'\\=-+.#%$&~\n\r \x00\xff", k=chance.randint(1, 4))
                    )
                case 2:
                    damaged[at:at] = damaged[at : at + 40]
                case 3:
                    del damaged[max(at, 8) :]
        with suppress(ReadError):
            assert_exact(readers.read(Source(path, bytes(damaged))))
