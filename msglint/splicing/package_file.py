"""Correcting a package (OOXML, ODF, IDML): the bytes of its parts are spliced, its other parts copied."""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
import io
from types import MappingProxyType
from xml.parsers.expat import ExpatError
import zipfile
import zlib

from msgspec import Struct, field

from msglint.errors import ReadError
from msglint.formats.packages.part_text import in_tag, is_utf8
from msglint.formats.packages.xml_events import Handler, walk
from msglint.model.judgement import Edit
from msglint.splicing import markup
from msglint.splicing.plan import RefusedError, Splice
from msglint.splicing.text_file import Spell, planned, spliced_bytes
from msglint.splicing.zip_members import exchanged

_SIGNATURES = ("_xmlsignatures/", "META-INF/documentsignatures.xml", "META-INF/macrosignatures.xml")
_BLANKS = b" \t\r\n"
_PRESERVE = ' xml:space="preserve"'

SpellPart = Callable[[bytes], Spell]
Mirror = Callable[[Sequence[Splice]], list[Splice]]
DAMAGES = (zipfile.BadZipFile, zlib.error, KeyError, ReadError, ExpatError)
"""What taking a package apart may raise, though a reader has read it before."""


class Dialect(Struct, frozen=True):
    """What a format asks of who splices its XML.

    namespaces  as for `walk`
    spaced      elements that lose blanks at their ends unless xml:space="preserve" keeps them
    tracked     elements that somebody has still to accept or reject
    marked      pairs of empty elements, between which stands the same
    doctype     whether its parts may declare a document type
    mirrored    told a part: what else has to change with splices of it; it raises RefusedError where that cannot be
    """

    namespaces: Mapping[str, str] = field(default_factory=dict)
    spaced: frozenset[str] = frozenset()
    tracked: frozenset[str] = frozenset()
    marked: Mapping[str, str] = field(default_factory=dict)
    doctype: bool = False
    mirrored: Callable[[bytes], Mirror] = lambda part: lambda splices: []


class _Map(Handler):
    """Where in a part the elements are that need care."""

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        self._open = 0
        self._closing = False
        self._marks: list[tuple[str, int]] = []
        self.spaced: list[tuple[int, int]] = []  # their start tags
        self.tracked: list[tuple[int, int]] = []  # from their start tag to what follows them

    def start(self, name: str, attributes: dict[str, str], start: int, end: int) -> None:
        self._close(start)
        if name in self._dialect.spaced:
            self.spaced.append((start, end))
        if name in self._dialect.tracked:
            self._open += 1
            if self._open == 1:
                self.tracked.append((start, -1))
        if name in self._dialect.marked:
            self._marks.append((name, start))
        elif self._marks and name == self._dialect.marked[self._marks[-1][0]]:
            self.tracked.insert(0, (self._marks.pop()[1], end))

    def end(self, name: str) -> None:
        if name in self._dialect.tracked:
            self._open -= 1
            self._closing = self._open == 0

    def text(self, text: str, start: int, end: int) -> None:
        self._close(start)

    def _close(self, at: int) -> None:
        if self._closing:
            self.tracked[-1] = self.tracked[-1][0], at
            self._closing = False

    def is_tracked(self, start: int, end: int) -> bool:
        return any(a < end and (start < b or b < 0) for a, b in self.tracked)


def fix_package(
    data: bytes,
    edits: Sequence[Edit],
    dialect: Dialect,
    also: Mapping[str, Sequence[Splice]] = MappingProxyType({}),
    spell: SpellPart | None = None,
) -> tuple[bytes, dict[int, str]]:
    """The corrected package, and why which edits (by index) were refused.

    also   by part, what has to change besides
    spell  how a part's text is escaped, given the part; None: as XML is
    """
    refused: dict[int, str] = {}
    parts: dict[str, list[int]] = {name: [] for name in also}
    for index, edit in enumerate(edits):
        parts.setdefault(edit.segment.part, []).append(index)
    try:
        with opened(data) as archive:
            contents = {name: archive.read(name) for name in parts}
        members: dict[str, bytes] = {}
        for name, indexes in parts.items():
            own = [edits[index] for index in indexes]
            new, wrong = fix_part(contents[name], own, dialect, also.get(name, ()), spell)
            refused |= {indexes[index]: reason for index, reason in wrong.items()}
            if new != contents[name]:
                members[name] = new
        return exchanged(data, members) if members else data, refused
    except RefusedError as reason:
        return data, dict.fromkeys(range(len(edits)), str(reason))
    except DAMAGES as error:
        return data, dict.fromkeys(range(len(edits)), f"the file cannot be taken apart: {error}")


def fix_xml(data: bytes, edits: Sequence[Edit], dialect: Dialect) -> tuple[bytes, dict[int, str]]:
    """The same for a file that is one XML part."""
    try:
        return fix_part(data, edits, dialect)
    except DAMAGES as error:
        return data, dict.fromkeys(range(len(edits)), f"the file cannot be taken apart: {error}")


def opened(data: bytes) -> zipfile.ZipFile:
    """The package, to read from. Raises RefusedError where it is signed, and some of DAMAGES where it is none."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    if any(name.startswith(_SIGNATURES) for name in archive.namelist()):
        raise RefusedError("it is signed, and a correction would break the signature")
    return archive


def fix_part(
    part: bytes,
    edits: Sequence[Edit],
    dialect: Dialect,
    also: Sequence[Splice] = (),
    spell: SpellPart | None = None,
) -> tuple[bytes, dict[int, str]]:
    """One XML part corrected; arguments as of `fix_package`. Raises some of DAMAGES where it is none."""
    if not is_utf8(part):
        return part, dict.fromkeys(range(len(edits)), "this part of the file is not in UTF-8: save it again")
    found = _Map(dialect)
    walk("", part, found, dialect.namespaces, doctype=dialect.doctype)
    splices, refused = planned(edits, reader(part), (spell or xml_speller)(part))
    kept: list[Splice] = []
    mirror = dialect.mirrored(part)
    for index, group in splices.items():
        try:
            if group and found.is_tracked(group[0].start, group[-1].end):
                raise RefusedError("a tracked change stands there: accept or reject it first")
            mirror(group)
            kept += group
        except RefusedError as reason:
            refused[index] = str(reason)
    return spliced_bytes(part, [*kept, *mirror(kept), *_kept_blanks(part, kept, found.spaced), *also]), refused


def reader(part: bytes) -> Callable[[int, int], str]:
    """What stands between two bytes of a part, as text."""
    return lambda start, end: part[start:end].decode("utf-8", "replace")


def xml_speller(part: bytes) -> Spell:
    """Text and values of attributes, escaped."""

    def spell(edit: Edit, splice: Splice) -> list[Splice]:
        text = markup.escaped(splice.text)
        if in_tag(part, splice.start):
            text = text.replace('"', "&quot;").replace("'", "&apos;")
        return [Splice(splice.start, splice.end, text)]

    return spell


def _kept_blanks(part: bytes, splices: Sequence[Splice], tags: Sequence[tuple[int, int]]) -> list[Splice]:
    """What start tags need where their text comes to begin or end with a blank that would be lost."""
    touched = {bisect_right(tags, (splice.start, 0)) - 1 for splice in splices}
    added = []
    for start, end in (tags[index] for index in sorted(touched) if index >= 0):
        stop = part.find(b"</", end)
        inside = [
            Splice(one.start - end, one.end - end, one.text) for one in splices if end <= one.start and one.end <= stop
        ]
        old = part[end:stop]
        new = spliced_bytes(old, inside)
        loses = _edges(new)[0] > _edges(old)[0] or _edges(new)[1] > _edges(old)[1]
        if inside and loses and b"xml:space" not in part[start:end]:
            added.append(Splice(end - 1, end - 1, _PRESERVE))
    return added


def _edges(text: bytes) -> tuple[bool, bool]:
    return text[:1] in _BLANKS and text != b"", text[-1:] in _BLANKS and text != b""
