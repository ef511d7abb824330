"""What every reader of a packaged format is held to: exact byte spans, and ReadError as its only failure."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
import io
import random
import re
import zipfile

import pytest

from msglint import readers, registry
from msglint.errors import ReadError
from msglint.model.document import Document, Role
from msglint.readers import Source
from msglint.text.skim import ITEM, ITEM_END, ROW, ROW_END, Skim

NAME = "Business Lunch"
_WORD = re.compile(r"\w+")


def read(path: str, data: bytes) -> Document:
    """The document; what is skimmed of it has all that is read, and nothing that cannot be read is skimmed."""
    source = Source(path, data)
    skim = getattr(registry.load("msglint.readers", readers.format_of(path) or "txt"), "skim", None)
    found: Skim | None = skim(source) if skim and data else None
    try:
        document = readers.read(source)
    except ReadError:
        assert found is None
        raise
    if found:
        assert_skimmed(document, found)
    return document


def assert_skimmed(document: Document, skim: Skim) -> None:
    """Every segment is a block of the skim, and known there for what it is."""
    assert not skim.prose or any(segment.text.strip() for segment in document.segments)
    blocks = skim.text.split("\n\n") if skim.parted else []
    plain = {block.strip(f"{ITEM}{ITEM_END}{ROW}{ROW_END}\n") for block in blocks}
    for segment in document.segments:
        assert segment.text in (plain if skim.parted else skim.text)
        assert segment.role is not Role.TITLE or segment.text in skim.titles
        assert segment.role is not Role.CELL or skim.tables
        assert segment.role is not Role.ITEM or f"{ITEM}{segment.text}{ITEM_END}" in skim.text


def told(document: Document) -> list[tuple[str, str | None, str]]:
    """(role, place, text) of each segment."""
    return [(segment.role.value, segment.place, segment.text) for segment in document.segments]


def places(document: Document) -> dict[str, str | None]:
    """Text -> place."""
    return {segment.text: segment.place for segment in document.segments}


def parts(data: bytes, names: set[str] | None = None) -> dict[str, bytes]:
    """The members of a zip, or those of these names; the file itself is "" where it is none."""
    if not data.startswith(b"PK"):
        return {"": data}
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in (package.namelist() if names is None else names)}


def packed(members: Mapping[str, bytes | str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return out.getvalue()


def with_part(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    members = parts(data)
    return packed(members | {name: change(members[name])})


def assert_spans(document: Document, data: bytes) -> None:
    """Every piece lies in its segment and its part, and a verbatim one equals its bytes."""
    members = parts(data, {segment.part for segment in document.segments if segment.pieces})
    for segment in document.segments:
        before = 0
        for piece in segment.pieces:
            assert before <= piece.start
            before = piece.start + piece.length
            part = members[segment.part]
            assert piece.length > 0
            assert 0 <= piece.source_start < piece.source_end <= len(part)
            written = segment.text[piece.start : before]
            if (
                piece.verbatim and piece.length > 1
            ):  # one character may stand for one other: a mask, a folded line break
                assert part[piece.source_start : piece.source_end] == written.encode()
        assert before <= len(segment.text)


def spliced(document: Document, data: bytes, old: str, new: str) -> bytes:
    """The file with `new` (ASCII) in the place of every `old`, by nothing but the pieces; runs are crossed."""
    members = {name: bytearray(content) for name, content in parts(data).items()}
    edits: set[tuple[str, int, int, str]] = set()
    for segment in document.segments:
        for match in re.finditer(re.escape(old), segment.text):
            spans = segment.source_spans(*match.span()) if segment.pieces else []
            edits |= {(segment.part, *span, "" if at else new) for at, span in enumerate(spans)}
    for part, start, end, text in sorted(edits, key=lambda edit: -edit[1]):
        members[part][start:end] = text.encode()
    return packed(members) if "" not in members else bytes(members[""])


def recall(document: Document, words: str) -> float:
    """How much of an oracle's words the document has, as multisets."""
    wanted = Counter(_WORD.findall(words))
    had = Counter(word for segment in document.segments for word in _WORD.findall(segment.text))
    return 1.0 if not wanted else (wanted & had).total() / wanted.total()


def assert_survives(path: str, data: bytes, xml: tuple[str, ...] = (), rounds: int = 80, seed: int = 7) -> None:
    """Documents damaged in their bytes, or in those of the parts `xml`, are read or refused; nothing else comes."""
    chance = random.Random(seed)
    for damaged in _damaged(data, xml, rounds, chance):
        with suppress(ReadError):
            assert_spans(read(path, damaged), damaged)


def _damaged(data: bytes, xml: tuple[str, ...], rounds: int, chance: random.Random) -> Iterator[bytes]:
    for _ in range(rounds):
        yield mutated(data, chance)
        for name in xml:
            yield with_part(data, name, lambda content: mutated(content, chance))


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The bytes with one to three slips: something left out, put in, doubled, or another number."""
    damaged = bytearray(data)
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(damaged) + 1)
        match chance.randrange(5):
            case 0:
                del damaged[at : at + chance.randint(1, 20)]
            case 1:
                damaged[at:at] = bytes(chance.choices(b"<>/\"'&;{}\\09 \x00\xff", k=chance.randint(1, 4)))
            case 2:
                tags = [match.span() for match in re.finditer(rb"<[^<>]*>", damaged)]
                if tags:
                    start, end = chance.choice(tags)
                    damaged[at:at] = damaged[start:end]
            case 3:
                numbers = [match.span() for match in re.finditer(rb"\d+", damaged)]
                if numbers:
                    start, end = chance.choice(numbers)
                    damaged[start:end] = chance.choice([b"0", b"-1", b"99999999999", b"1e999", b""])
            case 4 if chance.random() < 0.2:
                del damaged[max(at, 8) :]
    return bytes(damaged)


def assert_refuses(path: str, data: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        read(path, data)


def assert_refuses_hostile(path: str, data: bytes, main: str, *, doctype: bool) -> None:
    """Bombs, entities, deep nesting, cut and locked files, wrong suffixes. `main` is the part that holds the text."""
    xml = parts(data)[main]
    root = re.search(rb"<(?![?!])", xml).start()
    entity = b'<!DOCTYPE x [<!ENTITY a "%s">]>'
    bomb = b"<!DOCTYPE x [<!ENTITY a0 'ha'>%s]>" % b"".join(
        b"<!ENTITY a%d '%s'>" % (level, b"&a%d;" % (level - 1) * 10) for level in range(1, 12)
    )

    def put(before: bytes, inside: bytes = b"") -> bytes:
        first = xml.index(b">", root) + 1
        return with_part(data, main, lambda _: xml[:root] + before + xml[root:first] + inside + xml[first:])

    assert_refuses(path, put(b"<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>", b"&a;"), "refused|never loaded")
    assert_refuses(path, put(bomb, b"&a11;"), "refused|amplification")
    if not doctype:
        assert_refuses(path, put(entity % b"x"), "refused")
    assert_refuses(path, put(b"", b"<q>" * 3000 + b"</q>" * 3000), "nested")
    assert_refuses(path, put(b" " * (3 << 20)), "bomb")
    assert_refuses(path, data[: len(data) // 2], "damaged or cut off")
    assert_refuses(path, with_part(data, main, lambda content: content[: len(content) // 2]), "not well-formed")
    assert_refuses(path, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted")
    assert_refuses(path, b"%PDF-1.7", "suffix")
    assert_refuses(path, packed({"a.txt": "x"}), "damaged|cannot be read|suffix")
    assert_refuses(path, b"", "empty")
