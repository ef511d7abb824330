"""Message catalogues of gettext (PO, POT): entries with exact places.

https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html
"""

from collections.abc import Iterator

from msgspec import Struct, field

from msglint.formats.mapped import MappedText
from msglint.formats.paragraphs import lines
from msglint.formats.pieces import FILLER
from msglint.lazy_pattern import lazy_pattern

_KEYWORD = lazy_pattern(r"[ \t]*(?P<name>msgctxt|msgid_plural|msgid|msgstr(?:\[\d{1,3}\])?)[ \t]*(?=\")")
_STRING = lazy_pattern(r'[ \t]*"(?P<inside>[^"\\]*+(?:\\.[^"\\]*+)*+)"[ \t]*')
_FORMAT = r"%(?:\(\w{1,60}\)|\d{1,2}\$)?[-+0#]?\d*(?:\.\d+)?(?:l{0,2}[dux]|[sfgc])(?!\w)"  # gettext's printf formats
_SPECIAL = lazy_pattern(rf"\\(?:[0-7]{{1,3}}|x[0-9A-Fa-f]{{1,2}}|.)|(?P<format>{_FORMAT})")
_NAMED = {"n": "\n", "t": "\t", "r": "\n", "a": "", "b": "", "f": "\n", "v": "\n"}


class CatalogueError(ValueError):
    """Not a catalogue; the message names the line, from 1."""


class Entry(Struct):
    """One message: what is written under each keyword, as spans between the quotes.

    `fuzzy`: its translation is a guess, which gettext does not use.
    """

    fuzzy: bool = False
    strings: dict[str, list[tuple[int, int]]] = field(default_factory=dict)

    def shown(self) -> Iterator[list[tuple[int, int]]]:
        """What people see: the translations, or the message itself where there is none to use."""
        translations = [spans for name, spans in self.strings.items() if name.startswith("msgstr")]
        filled = [spans for spans in translations if any(end > start for start, end in spans)]
        if filled and not self.fuzzy:
            yield from filled
        else:
            yield from (self.strings[name] for name in ("msgid", "msgid_plural") if name in self.strings)

    def is_over(self, keyword: str) -> bool:
        """Whether that keyword begins the next entry."""
        return keyword in self.strings or (keyword in ("msgctxt", "msgid") and "msgid" in self.strings)

    def is_header(self) -> bool:
        """Whether this is no message, but tells of the catalogue."""
        return not any(end > start for start, end in self.strings.get("msgid", ()))


def entries(source: str) -> Iterator[Entry]:
    """All entries, in order; comments and obsolete ones (#~) are not among them. Raises CatalogueError."""
    entry = Entry()
    current: list[tuple[int, int]] | None = None
    for number, line in enumerate(lines(source), 1):
        text = source[line.start : line.end].strip()
        if not text:
            continue
        if text.startswith("#"):
            if entry.strings:  # comments stand above the entry they belong to
                yield entry
                entry, current = Entry(), None
            entry.fuzzy = entry.fuzzy or (text.startswith("#,") and "fuzzy" in text)
            continue
        if keyword := _KEYWORD.match(source, line.start, line.end):
            if entry.is_over(keyword["name"]):
                yield entry
                entry = Entry()
            current = entry.strings.setdefault(keyword["name"], [])
        string = _STRING.fullmatch(source, keyword.end() if keyword else line.start, line.end)
        if string is None or current is None:
            raise CatalogueError(f'neither a comment nor a keyword and a text in quotes like msgid "…" (line {number})')
        current.append(string.span("inside"))
    if entry.strings:
        yield entry


def content(masked: str, spans: list[tuple[int, int]]) -> MappedText:
    """What those strings say together; escapes resolved, placeholders of printf overwritten like all others."""
    mapped = MappedText()
    for start, end in spans:
        position = start
        for match in _SPECIAL.finditer(masked, start, end):
            mapped.verbatim(masked, position, match.start())
            mapped.stand_in(FILLER if match["format"] else _meaning(match[0][1:]), *match.span())
            position = match.end()
        mapped.verbatim(masked, position, end)
    return mapped


def _meaning(escape: str) -> str:
    if escape.isascii() and escape.isdigit():
        return chr(int(escape, 8)) if 31 < int(escape, 8) < 127 else ""
    if escape[0] == "x" and len(escape) > 1:
        return chr(int(escape[1:], 16)) if 31 < int(escape[1:], 16) < 127 else ""
    return _NAMED.get(escape, escape)
