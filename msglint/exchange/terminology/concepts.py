"""TBX -> concepts: what its sections say, in any dialect and style, and in TBX 2. Nothing is judged here.

DCA style names a category by an attribute (<termNote type="administrativeStatus">), DCT style by the element itself
(<min:administrativeStatus>); TBX 2 has other names for the sections. External entities are never loaded.
"""

from bisect import bisect
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
import re

from msgspec import Struct, field

from msglint.errors import ReadError
from msglint.exchange.incoming import Place, Placed
from msglint.formats.packages.xml_events import Handler, walk
from msglint.formats.packages.xml_failures import readable

_CONCEPTS = ("conceptEntry", "termEntry")
_LANGUAGES = ("langSec", "langSet")
_TERMS = ("termSec", "tig", "ntig")
_ROOTS = ("tbx", "martif", "TBX")
_WRAPPERS = ("descripGrp", "termNoteGrp", "adminGrp", "termGrp", "transacGrp", "body", "text")
_BY_TYPE = ("termNote", "descrip", "admin", "ref", "xref", "transac", "transacNote", "descripNote", "adminNote")
_XML = "http://www.w3.org/XML/1998/namespace"


class Lines(Struct, frozen=True):
    """The lines of a text, as places; rows are byte offsets."""

    path: str
    breaks: tuple[int, ...]

    def place(self, row: int, column: int) -> Place:
        return Place(self.path, bisect(self.breaks, row - 1) + 1)


class Section(Struct):
    """A concept, a language or a term: what categories say of it, in the order they are written."""

    id: str = ""
    language: str = ""
    said: list[tuple[str, Placed]] = field(default_factory=list)

    def all(self, category: str) -> list[Placed]:
        return [text for name, text in self.said if name == category]

    def first(self, category: str) -> Placed | None:
        return next(iter(self.all(category)), None)


class Language(Section):
    terms: list[Section] = field(default_factory=list)


class Concept(Section):
    languages: list[Language] = field(default_factory=list)


class TermBase(Struct):
    """`language` is the file's own, "" where it names none; `header` all that stands before the first concept."""

    language: str = ""
    header: str = ""
    concepts: list[Concept] = field(default_factory=list)


def term_base(path: str, data: bytes) -> TermBase:
    """Raises ReadError where it is no TBX, not well-formed or hostile."""
    data = _in_utf8(path, data)
    reader = _Reader(Lines(path, tuple(found.start() for found in re.finditer(rb"\n", data))))
    with readable(path, "TBX file"):
        walk(path, data, reader, {_XML: "xml"}, doctype=True)
    if not reader.known:
        raise ReadError(path, "this XML is no TBX: its root is neither <tbx> nor <martif>")
    return reader.base


def _in_utf8(path: str, data: bytes) -> bytes:
    """The same text in UTF-8: term bases export UTF-16, too."""
    if not data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return data
    try:
        text = data.decode("utf-16")
    except UnicodeDecodeError as error:
        raise ReadError(path, "not valid UTF-16: export it again as UTF-8") from error
    return re.sub(r"\A(<\?xml[^>]*?)\s+encoding=([\"'])[^\"']*\2", r"\1", text).encode("utf-8")


class _Reader(Handler):
    def __init__(self, lines: Lines) -> None:
        self.base = TermBase()
        self.known = False
        self._lines = lines
        self._path: list[tuple[str, Section | None]] = []
        self._category: str | None = None
        self._depth = 0
        self._at = 0
        self._texts: list[str] = []

    def start(self, name: str, attributes: dict[str, str], start: int, end: int) -> None:
        if not self._path:
            self.known = name in _ROOTS
            self.base.language = attributes.get("xml:lang", "")
        section = self._section(name, attributes)
        self._path.append((name, section))
        if section is None and self._category is None and self._open is not None and name not in _WRAPPERS:
            self._category = attributes.get("type", name) if name in _BY_TYPE else name
            self._depth, self._at, self._texts = len(self._path), start, []

    def text(self, text: str, start: int, end: int) -> None:
        if self._category is not None:
            self._texts.append(text)
        elif not self.base.concepts:
            self.base.header += text

    def end(self, name: str) -> None:
        if self._category is not None and len(self._path) == self._depth:
            text = " ".join("".join(self._texts).split())
            if text and self._open is not None:
                self._open.said.append((self._category, Placed.at(text, self._lines, self._at + 1)))
            self._category = None
        self._path.pop()

    @property
    def _open(self) -> Section | None:
        return next((section for _, section in reversed(self._path) if section is not None), None)

    def _section(self, name: str, attributes: dict[str, str]) -> Section | None:
        if name in _CONCEPTS:
            self.base.concepts.append(Concept(attributes.get("id", "")))
            return self.base.concepts[-1]
        concept = self.base.concepts[-1] if self.base.concepts else None
        if concept is None:
            return None
        if name in _LANGUAGES:
            concept.languages.append(Language(language=attributes.get("xml:lang", attributes.get("lang", ""))))
            return concept.languages[-1]
        if name in _TERMS and concept.languages:
            concept.languages[-1].terms.append(Section())
            return concept.languages[-1].terms[-1]
        return None
