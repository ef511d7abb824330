"""RTF -> segments: paragraphs, cells, notes, headers, comments. Pieces count bytes of the file.

A piece is verbatim where ASCII stands for itself; `\\'e9`, `\\u8364 ?` (with what old programs show instead) and
control words such as `\\emdash ` stand for their characters as a whole. New text must be escaped: `\\`, `{`, `}`, and
all beyond ASCII as `\\uN?`, with as many `?` as the `\\ucN` in force asks (1 where none is given).
"""

import codecs
from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from msglint.formats.packages.part_text import stand_whole
from msglint.formats.rtf.layout import HOLDERS, RtfLayout
from msglint.formats.rtf.tokens import Token, code_page
from msglint.formats.word.fields import is_placeholder
from msglint.model.document import MASK, Segment

_CHARACTERS = {
    "line": "\n", "lbr": "\n", "softline": "\n", "tab": "\t", "emdash": "—", "endash": "–", "lquote": "‘",
    "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": "\u2003", "enspace": "\u2002",
    "qmspace": "\u2005", "zwj": "\u200d", "zwnj": "\u200c", "chpgn": MASK, "chftn": MASK, "chatn": MASK,
}  # fmt: skip
_SYMBOLS = {"~": "\xa0", "_": "\u2011", "-": "\xad", "\\": "\\", "{": "{", "}": "}", "\t": "\t"}
_SKIPPED = frozenset((
    "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "nonshppict", "shprslt", "listtext", "pntext",
    "fldinst", "datafield", "xmlnstbl", "revtbl", "listtable", "listoverridetable", "rsidtbl", "themedata", "filetbl",
    "colorschememapping", "ftnsep", "ftnsepc", "aftnsep", "aftnsepc", "atnid", "atnauthor", "atnref", "atndate",
    "atntime", "bkmkstart", "bkmkend", "tc", "xe",
))  # fmt: skip


class _Group(Struct):
    """What holds until the brace closes. `uc` is how many characters stand in for one of \\uN."""

    skipped: bool = False
    uc: int = 1
    codec: str = "cp1252"
    struck: bool = False
    hidden: bool = False
    holder: bool = False
    field: bool = False  # a mail merge fills it in


class RtfText:
    """Fed with tokens; `segments` are then its text in reading order. `depth` is how many groups are left open."""

    def __init__(self) -> None:
        self._groups = [_Group()]
        self._layout = RtfLayout()
        self._fonts: dict[int, str] = {}
        self._font: int | None = None  # of the font table, being read
        self._codec = "cp1252"  # of the document
        self._fallback = 0  # characters still to come that stand in for the last \uN
        self._unicode: tuple[str, int, int] | None = None  # its characters and span
        self._decoder: tuple[str, codecs.IncrementalDecoder, int] | None = None  # a double-byte character's first half
        self._starred = False
        self._instruction = b""

    @property
    def depth(self) -> int:
        return len(self._groups) - 1

    def segments(self) -> list[Segment]:
        self._flush()
        return self._layout.segments()

    def feed(self, token: Token) -> None:
        group = self._groups[-1]
        if self._fallback and token.kind not in ("{", "}"):
            token = self._stand_in(token)
            if not token.value:
                return
        if token.kind not in ("byte", "text"):
            self._decoder = None
        if token.kind == "{":
            self._flush()
            self._groups.append(replace(group, holder=False))
        elif token.kind == "}":
            self._close()
        elif token.kind == "word":
            self._word(token)
        elif token.kind == "symbol":
            self._symbol(token)
        elif group.skipped:
            self._instruction += token.value[:200] if len(self._instruction) < 200 else b""
        else:
            self._bytes(token)

    def _stand_in(self, token: Token) -> Token:
        """Take off a token what only old programs show in place of \\uN; the rest of it, if any."""
        taken = min(self._fallback, len(token.value)) if token.kind == "text" else 1
        self._fallback -= taken
        end = token.start + taken if token.kind == "text" else token.end
        if self._unicode:
            self._unicode = (*self._unicode[:2], end)
        rest = token.value[taken:] if token.kind == "text" else b""
        if not self._fallback and not (rest == b"" and self._unicode and "\ud800" <= self._unicode[0][-1] < "\udc00"):
            self._flush()
        return token._replace(value=rest, start=end)

    def _flush(self) -> None:
        """The character of the last \\uN is complete."""
        self._fallback = 0
        if self._unicode:
            text, start, end = self._unicode
            self._unicode = None
            self._put(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"), start, end)

    def _word(self, token: Token) -> None:
        word = token.value.decode("ascii")
        if word != "u":
            self._flush()
        group = self._groups[-1]
        starred, self._starred = self._starred, False
        if word in HOLDERS and (not group.skipped or word in ("title", "shptxt")):
            self._groups[-1] = replace(group, skipped=False, holder=True)
            self._layout.hold(word)
        elif word in _SKIPPED or starred:
            group.skipped = True
            self._instruction = b"" if word == "fldinst" else self._instruction
        elif word == "f" or word == "fcharset" or code_page(word, token.number):
            self._encoding(word, token.number)
        elif group.skipped:
            return
        elif word == "u" and token.number is not None:
            self._character(token, group)
        elif word in _CHARACTERS:
            self._put(_CHARACTERS[word], token.start, token.end)
        elif act := _ACTS.get(word):
            act(self, token.number)
        elif told := _LAYOUT.get(word):
            told(self._layout, token.number)

    def _character(self, token: Token, group: _Group) -> None:
        text, start = chr((token.number or 0) % 65536), token.start
        if self._unicode and "\ud800" <= self._unicode[0][-1] < "\udc00" <= text < "\ue000":
            text, start = self._unicode[0] + text, self._unicode[1]
        else:
            self._flush()
        self._unicode, self._fallback = (text, start, token.end), group.uc
        if not group.uc and not "\ud800" <= text[-1] < "\udc00":
            self._flush()

    def _encoding(self, word: str, number: int | None) -> None:
        page = code_page(word, number)
        group = self._groups[-1]
        if word == "f" and group.skipped:
            self._font = number or 0
        elif word == "f":
            group.codec = self._fonts.get(number or 0, self._codec)
        elif word == "fcharset" and self._font is not None and page:
            self._fonts[self._font] = page if number else self._codec
        elif page and word != "fcharset":
            self._codec = group.codec = page

    def _symbol(self, token: Token) -> None:
        self._flush()
        symbol = token.value.decode("latin-1")
        if symbol == "*":
            self._starred = True
        elif self._groups[-1].skipped:
            return
        elif symbol in "\r\n":
            self._layout.paragraph()
        elif symbol in _SYMBOLS:
            self._put(_SYMBOLS[symbol], token.start, token.end)

    def _bytes(self, token: Token) -> None:
        if token.kind == "text" and token.value.isascii() and self._decoder is None:
            self._put(token.value.decode("ascii"), token.start, token.end)
            return
        for offset in range(len(token.value)):
            start, byte = token.start + offset, token.value[offset : offset + 1]
            end = token.end if token.kind == "byte" else start + 1
            codec, decoder, first = self._decoder or (self._groups[-1].codec, None, start)
            decoder = decoder or codecs.getincrementaldecoder(codec)("replace")
            text = decoder.decode(byte)
            self._decoder = None if text else (codec, decoder, first)
            if text:
                self._put(text, first, end)

    def _put(self, text: str, start: int, end: int) -> None:
        group, writer = self._groups[-1], self._layout.writer
        text = text.replace("\0", "")
        if group.skipped or group.hidden or not text:
            return
        if group.struck or group.field:
            writer.stand_in(MASK, start, end)
        elif len(text) == end - start and text.isascii():
            writer.verbatim(text, start)
        else:
            stand_whole(writer, text, start, end)

    def _close(self) -> None:
        self._flush()
        if len(self._groups) < 2:
            return
        group = self._groups.pop()
        if group.holder:
            self._layout.release()

    def _field(self, number: int | None) -> None:
        self._groups[-1].field = is_placeholder(self._instruction.decode("latin-1"))

    def _uc(self, number: int | None) -> None:
        self._groups[-1].uc = min(max(number or 0, 0), 100) if number is not None else 1

    def _strike(self, number: int | None) -> None:
        self._groups[-1].struck = number != 0

    def _hide(self, number: int | None) -> None:
        self._groups[-1].hidden = number != 0

    def _plain(self, number: int | None) -> None:
        group = self._groups[-1]
        group.struck = group.hidden = False
        group.codec = self._codec


_ACTS: dict[str, Callable[[RtfText, int | None], None]] = {
    "fldrslt": RtfText._field,
    "uc": RtfText._uc,
    "strike": RtfText._strike,
    "striked": RtfText._strike,
    "v": RtfText._hide,
    "deleted": RtfText._hide,
    "plain": RtfText._plain,
}
_LAYOUT: dict[str, Callable[[RtfLayout, int | None], None]] = {
    "par": RtfLayout.paragraph,
    "sect": RtfLayout.paragraph,
    "page": RtfLayout.paragraph,
    "cell": RtfLayout.cell,
    "nestcell": RtfLayout.cell,
    "row": RtfLayout.row,
    "nestrow": RtfLayout.row,
    "pard": RtfLayout.plain,
    "intbl": RtfLayout.in_table,
    "outlinelevel": RtfLayout.outline,
}
