"""What is near a name: its block, and the footnotes that the block refers to; and whether a required phrase is there.

A block is a paragraph; a list with the line that leads into it; a table's row with its header; a heading with what
stands under it; a slide. A footnote counts where the block has a mark that it begins with.
"""

from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from pathlib import Path
import re

from msglint.facts.layout import Layout
from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import MASK, Document, Role, Segment
from msglint.text.normalise import fold, normalise

_EQUIVALENTS = Path(__file__).parent / "data" / "boilerplate-equivalents.txt"
_WORD = lazy_pattern(r"[^\W_]+(?:[.'&][^\W_]+)*|[+%&]")
_SIGNS = "*†‡§#¹²³⁴⁵⁶⁷⁸⁹"
_MARK = lazy_pattern(rf"(?<=\S)[{re.escape(_SIGNS)}]+(?!\w)|\[\d{{1,2}}\]|\(\d\)")
_NOTE_START = lazy_pattern(rf"\s*(?:\\?(?P<sign>[{re.escape(_SIGNS)}]+)|[\[(]?(?P<number>\d{{1,2}})[\])]?[.:]?(?=\s))")
_SHEET = lazy_pattern(r"(?:slide|page) \d+|.+(?=!)")
_REFERENCE_SOURCE = lazy_pattern(r"\[\^(?P<label>[^\]\s]+)\]")
_SUPERSCRIPT = lazy_pattern(r"<sup\b[^<>]*>(?:\s*<[^<>]*>)*\s*\Z", re.IGNORECASE)
_NOTE_SOURCE = lazy_pattern(r"\[\^(?P<label>[^\]\s]+)\]:\s*\Z")


_NEAREST = 100
"""Segments to both sides that can be near: a longer list or table is no block to the eye."""


class Nearby:
    """The texts near each segment of a document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._layout = Layout(document)
        self._said: dict[int, list[str]] = {}

    def missing(self, segment: Segment, phrases: Sequence[str]) -> list[str]:
        """Those of the phrases that are neither in the segment's block nor in a footnote it refers to."""
        block = list(self.block(segment))
        said = [self._words(one) for one in (*block, *self._notes(block))]
        return [phrase for phrase in phrases if not any(_holds(words, words_of(phrase)) for words in said)]

    def _words(self, segment: Segment) -> list[str]:
        if id(segment) not in self._said:
            self._said[id(segment)] = words_of(segment.text)
        return self._said[id(segment)]

    def block(self, segment: Segment) -> Iterator[Segment]:
        """The segments of one block, the given one among them."""
        segments = self._document.segments
        at = self._layout.position(segment)
        slide = self._slide(segment)
        if slide:
            yield from (one for one in segments if self._slide(one) == slide)
        elif segment.role in (Role.SUBJECT, Role.ALT, Role.HEADER, Role.NOTE):
            yield from segments[max(0, at - _NEAREST) : at + _NEAREST]  # they have no room for it themselves
        elif segment.role is Role.TITLE:
            yield from self._section(at)
        elif segment.role is Role.CELL:
            yield from self._table(segment)
        elif segment.role is Role.ITEM:
            yield from self._list(at)
        else:
            yield segment
            if at + 1 < len(segments) and segment.text.rstrip().endswith(":"):
                yield from self._run(at + 1, 1, segments[at + 1].role)

    def _slide(self, segment: Segment) -> str:
        match = _SHEET.match(segment.place or "") if segment.place else None
        return match[0] if match and match[0].startswith("slide") else ""

    def _section(self, at: int) -> Iterator[Segment]:
        title, *rest = self._document.segments[at : at + _NEAREST]
        yield title
        for segment in rest:
            if segment.role is Role.TITLE and (not title.level or not segment.level or segment.level <= title.level):
                return
            yield segment

    def _table(self, segment: Segment) -> Iterator[Segment]:
        yield from self._layout.row(segment).values() or (segment,)
        header = self._layout.header_of(segment)
        if header is not None:
            yield from self._layout.row(header).values()
        at = self._layout.position(segment)
        for step in (-1, 1):
            run = list(self._run(at, step, Role.CELL))
            edge = at + step * len(run)
            if 0 <= edge < len(self._document.segments):
                yield self._document.segments[edge]  # the line above a table, or below it

    def _list(self, at: int) -> Iterator[Segment]:
        segments = self._document.segments
        before = list(self._run(at, -1, Role.ITEM))
        yield from (*before, *list(self._run(at, 1, Role.ITEM))[1:])
        lead = at - len(before)
        if lead >= 0 and segments[lead].role is Role.BODY and segments[lead].text.rstrip().endswith(":"):
            yield segments[lead]

    def _run(self, at: int, step: int, role: Role) -> Iterator[Segment]:
        """Segments of one role, from `at` on in one direction, as far as can be called near."""
        segments = self._document.segments
        last = at + step * _NEAREST
        while 0 <= at < len(segments) and segments[at].role is role and at != last:
            yield segments[at]
            at += step

    def _notes(self, block: Sequence[Segment]) -> Iterator[Segment]:
        """The footnotes that the block refers to: by its sign, by its label, or by a mark that tells no more."""
        signs = {sign for segment in block for sign in self._signs(segment)}
        if not signs:
            return
        for segment, labels in self._footnotes:
            if labels & signs or ("" in signs and segment.role is Role.NOTE):
                yield segment

    @cached_property
    def _footnotes(self) -> list[tuple[Segment, set[str]]]:
        """What may be a footnote: notes, and whatever begins with a mark."""
        labelled = ((segment, self._labels(segment)) for segment in self._document.segments)
        return [(segment, labels) for segment, labels in labelled if labels or segment.role is Role.NOTE]

    def _signs(self, segment: Segment) -> Iterator[str]:
        """The marks of a segment; "" for one that a format without lines shows only as a mark."""
        for mark in _MARK.finditer(segment.text):
            yield mark[0].strip("[]()")
        source = self._document.texts.get(segment.part)
        for index, character in enumerate(segment.text):
            if character != MASK:
                continue
            if source is None:
                yield ""
                continue
            start, end = segment.source_span(index, index + 1)
            if match := _REFERENCE_SOURCE.match(source, start):
                yield match["label"]
            elif _SUPERSCRIPT.search(source, max(0, start - 80), start) or source.startswith("<sup", start):
                yield re.sub(r"<[^<>]*>", "", source[start:end]).strip("[]() ")

    def _labels(self, segment: Segment) -> set[str]:
        """What a footnote may be referred to by."""
        found = set()
        if begun := _NOTE_START.match(segment.text):
            found.add(begun["sign"] or begun["number"])
        source = self._document.texts.get(segment.part)
        if source is not None and segment.pieces:
            start = segment.pieces[0].source_start
            if match := _NOTE_SOURCE.search(source, max(0, start - 60), start):
                found.add(match["label"])
        return found


def words_of(text: str) -> list[str]:
    """The words of a text as boilerplate is compared: folded, with what means the same made one."""
    words = [fold(word).strip(".") for word in _WORD.findall(normalise(text.translate(_MARKS)).text)]
    found: list[str] = []
    at = 0
    while at < len(words):
        for length in (4, 3, 2, 1):
            phrase = tuple(words[at : at + length])
            if len(phrase) == length and phrase in _equivalents():
                found += _equivalents()[phrase]
                break
        else:
            length = 1
            found.append(words[at])
        at += length
    return found


_MARKS = str.maketrans(dict.fromkeys("™®©", ""))


def _holds(words: Sequence[str], phrase: Sequence[str]) -> bool:
    """Whether the phrase stands there in one run; "VAT included" says "incl. VAT"."""
    length = len(phrase)
    orders = [list(phrase)]
    if length == 2 and phrase[0] in ("excl", "incl"):
        orders.append([phrase[1], phrase[0]])
    return any(list(words[at : at + length]) in orders for at in range(len(words) - length + 1))


@cache
def _equivalents() -> dict[tuple[str, ...], tuple[str, ...]]:
    table: dict[tuple[str, ...], tuple[str, ...]] = {}
    for line in _EQUIVALENTS.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            first, *others = (tuple(phrase.split()) for phrase in line.split("|"))
            table.update(dict.fromkeys(others, first))
    return table
