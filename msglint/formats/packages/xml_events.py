"""XML with the byte range of every event, from expat; nothing external is loaded, document types are refused.

How a span [start, end) of a part is to be read, and written back, is told in `msglint.formats.packages.part_text`.
"""

from collections.abc import Mapping
from xml.parsers import expat

from msglint.errors import ReadError

_MOST_GROWN = 1 << 20  # characters that entities may stand for; expat's own limit is 8 MB and takes seconds to reach


class Handler:
    """What happens at each event; [start, end) are bytes of the part. Names are "prefix:local" by the caller's map of
    namespaces, and the bare local name in all others."""

    def start(self, name: str, attributes: dict[str, str], start: int, end: int) -> None:
        """A start tag. Attributes without a namespace bear their bare name."""

    def end(self, name: str) -> None:
        """An end tag."""

    def text(self, text: str, start: int, end: int) -> None:
        """Character data, in runs: every entity, line break and CDATA section (with its marks) is one of its own."""


def walk(
    path: str,
    data: bytes,
    handler: Handler,
    namespaces: Mapping[str, str],
    depth: int = 256,
    *,
    doctype: bool = False,
    encoding: str | None = None,
) -> None:
    """Parse a part. Raises ExpatError where it is not well-formed, ReadError on a document type or too deep nesting.

    doctype   allow a document type (SVG, old ODF): external entities stay refused, expat bounds what internal ones grow
    encoding  what `data` is in, whatever it declares
    """
    walking = _Walk(path, data, handler, namespaces, depth, encoding)
    if doctype:
        walking.allow_doctype()
    walking.run()


def prefixed(namespace: str, local: str, namespaces: Mapping[str, str]) -> str:
    """A name as the readers' code has it: "w:p"; the bare local name where no prefix is known."""
    prefix = namespaces.get(namespace)
    return f"{prefix}:{local}" if prefix else local


class _Walk:
    """Hands each event on when the next one tells where it ended."""

    def __init__(
        self,
        path: str,
        data: bytes,
        handler: Handler,
        namespaces: Mapping[str, str],
        depth: int,
        encoding: str | None,
    ) -> None:
        self._path, self._data, self._handler = path, data, handler
        self._namespaces, self._most = namespaces, depth
        self._names: dict[str, str] = {}
        self._depth = self._section_at = 0
        self._waiting: tuple[str, dict[str, str] | None, int] | None = None  # name and attributes, or text and None
        self._more: list[str] = []  # of an entity's text, which comes in pieces
        self._grown = 0  # characters of it in all
        self._section: list[str] | None = None  # the text of the open CDATA section
        self._parser = parser = expat.ParserCreate(encoding, namespace_separator="\n")
        parser.buffer_text = False
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.CommentHandler = self._other
        parser.ProcessingInstructionHandler = self._other
        parser.StartCdataSectionHandler = self._section_start
        parser.EndCdataSectionHandler = self._section_end
        parser.StartDoctypeDeclHandler = self._doctype

    def allow_doctype(self) -> None:
        self._parser.StartDoctypeDeclHandler = None
        self._parser.EntityDeclHandler = self._entity

    def run(self) -> None:
        self._parser.Parse(self._data, True)
        self._deliver(len(self._data))

    def _name(self, written: str) -> str:
        namespace, _, local = written.rpartition("\n")
        name = self._names[written] = prefixed(namespace, local, self._namespaces)
        return name

    def _deliver(self, end: int) -> None:
        if self._waiting is None:
            return
        what, attributes, start = self._waiting
        self._waiting = None
        if attributes is None:
            if self._more:
                what, self._more = what + "".join(self._more), []
            self._handler.text(what, start, end)
        else:
            if end == start:  # <tag/>: expat reports its end at the same place
                end = self._data.find(b">", start) + 1
            self._handler.start(what, attributes, start, end)

    def _start(self, written: str, attributes: dict[str, str]) -> None:
        at = self._parser.CurrentByteIndex
        self._deliver(at)
        self._depth += 1
        if self._depth > self._most:
            raise ReadError(self._path, f"its XML is nested more than {self._most} deep")
        names = self._names
        known = {names.get(key) or self._name(key): value for key, value in attributes.items()} if attributes else {}
        self._waiting = (names.get(written) or self._name(written), known, at)

    def _end(self, written: str) -> None:
        self._deliver(self._parser.CurrentByteIndex)
        self._depth -= 1
        self._handler.end(self._names[written])

    def _text(self, text: str) -> None:
        if self._section is not None:
            self._section.append(text)
            return
        at = self._parser.CurrentByteIndex
        if self._waiting and self._waiting[1] is None and self._waiting[2] == at:  # more of the same entity
            self._entity_text(text)
            return
        self._deliver(at)
        self._waiting = (text, None, at)

    def _entity_text(self, text: str) -> None:
        self._more.append(text)
        self._grown += len(text)
        if self._grown > _MOST_GROWN:
            raise ReadError(self._path, "its entities grow beyond all measure (amplification): refused")

    def _section_start(self) -> None:
        self._deliver(self._parser.CurrentByteIndex)
        self._section, self._section_at = [], self._parser.CurrentByteIndex

    def _section_end(self) -> None:
        if self._section:
            self._waiting = ("".join(self._section), None, self._section_at)
        self._section = None

    def _other(self, *_: object) -> None:
        self._deliver(self._parser.CurrentByteIndex)

    def _entity(
        self, name: str, parameter: bool, value: str | None, base: str | None, system: str | None, *_: object
    ) -> None:
        if system is not None:
            raise ReadError(self._path, f"its entity “{name}” stands in another file, which is never loaded: remove it")

    def _doctype(self, *_: object) -> None:
        raise ReadError(self._path, "it declares an XML document type, which no office program writes: refused")
