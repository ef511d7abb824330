"""Where a comment that silences a line can stand in a text, format by format, the best place first."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct

from msglint.comments import Directive
from msglint.formats.values import front_matter
from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import Document
from msglint.splicing.plan import Splice

_INDENT = lazy_pattern(r"[ \t>]*")
_BREAK = lazy_pattern(r"\r\n|\r|\n")


class Wish(Struct, frozen=True):
    """To silence these codes, for a reason, on a line (from 1) of a document's text."""

    line: int
    codes: tuple[str, ...]
    reason: str


class Page(Struct, frozen=True):
    """A text by its lines. `spans` are those of the lines without their breaks, the first one at 0."""

    text: str
    spans: Sequence[tuple[int, int]]
    newline: str

    @classmethod
    def of(cls, document: Document) -> "Page":
        text = document.texts[""]
        breaks = [(0, 0), *(match.span() for match in _BREAK.finditer(text)), (len(text), len(text))]
        spans = [(end, start) for (_, end), (start, _) in zip(breaks, breaks[1:], strict=False)]
        found = _BREAK.search(text)
        return cls(text, spans, found[0] if found else "\n")

    def line(self, number: int) -> str:
        start, end = self.spans[number - 1]
        return self.text[start:end]

    def block(self, number: int) -> tuple[int, int]:
        """The first and the last of the lines around one that no blank line parts from it."""
        first = last = number
        while first > 1 and self.line(first - 1).strip(" \t>"):
            first -= 1
        while last < len(self.spans) and self.line(last + 1).strip(" \t>"):
            last += 1
        return first, last


Way = Callable[[Page, Wish, str, str], Iterator[list[Splice]]]
"""A page, what is wished, what opens and closes a comment -> what to put in, in one or several manners."""


def _behind(page: Page, wish: Wish, opener: str, closer: str) -> Iterator[list[Splice]]:
    """At the end of the line; in a row of a table within its last cell."""
    start, _ = page.spans[wish.line - 1]
    written = page.line(wish.line).rstrip(" \t")
    comment = f"{opener}{_said(wish)}{closer}"
    if written.endswith("|"):
        at = start + len(written.removesuffix("|").rstrip(" \t"))
        yield [Splice(at, at, f" {comment}")]
    at = start + len(written)
    yield [Splice(at, at, f" {comment}")]


def _above(page: Page, wish: Wish, opener: str, closer: str) -> Iterator[list[Splice]]:
    """On a line of its own, as far indented."""
    yield [_line_above(page, wish.line, f"{opener}{_said(wish)}{closer}")]


def _above_block(page: Page, wish: Wish, opener: str, closer: str) -> Iterator[list[Splice]]:
    """Apart, above the block that the line is in."""
    yield [_line_above(page, page.block(wish.line)[0], f"{opener}{_said(wish)}{closer}", apart=True)]


def _around(page: Page, wish: Wish, opener: str, closer: str) -> Iterator[list[Splice]]:
    """Off above, and on below: the block, close to it or apart; then the lines next to this one."""
    first, last = page.block(wish.line)
    codes = ", ".join(wish.codes)
    off, on = (f"{opener}msglint: {verb}{closer}" for verb in (f"off[{codes}] {wish.reason}", f"on[{codes}]"))
    for apart in (False, True):
        yield [_line_above(page, first, off, apart), _line_below(page, last, on, like=first, apart=apart)]
    for reach in range(3):
        above, below = max(first, wish.line - reach), min(last, wish.line + reach)
        yield [_line_above(page, above, off), _line_below(page, below, on, like=above)]


def _line_above(page: Page, number: int, comment: str, apart: bool = False) -> Splice:
    indent = _INDENT.match(page.line(number))
    start = page.spans[number - 1][0]
    return Splice(start, start, f"{indent[0] if indent else ''}{comment}{page.newline}{page.newline if apart else ''}")


def _line_below(page: Page, number: int, comment: str, like: int, apart: bool = False) -> Splice:
    """Below one line, as far indented as another: the last of a block may be within a value that begins above it."""
    indent = _INDENT.match(page.line(like))
    end = page.spans[number - 1][1]
    return Splice(end, end, f"{page.newline}{page.newline if apart else ''}{indent[0] if indent else ''}{comment}")


def _said(wish: Wish) -> str:
    return f"msglint: ignore[{', '.join(wish.codes)}] {wish.reason}"


_TAGS = ("<!-- ", " -->", (_behind, _above, _around))
_HASHES = ("# ", "", (_above, _behind, _around))
_STYLES: Mapping[str, tuple[str, str, tuple[Way, ...]]] = {
    "md": _TAGS,
    "html": _TAGS,
    "mjml": _TAGS,
    "svg": _TAGS,
    "yaml": _HASHES,
    "po": ("# ", "", (_around,)),
    "tex": ("% ", "", (_above, _around)),
    "adoc": ("// ", "", (_above, _around)),
    "rst": (".. ", "", (_above_block, _around)),
    "vtt": ("NOTE ", "", (_above_block,)),
}
"""What opens a comment, what closes it, and where it may stand. Formats that are not here have no comments."""


def can_hold(document: Document) -> bool:
    """Whether comments can be put into a document."""
    return document.format in _STYLES and "" in document.texts


def ways(document: Document, page: Page, wish: Wish, there: Sequence[Directive]) -> Iterator[list[Splice]]:
    """What to put in so that a wish comes true, the best manner first; `there` are the document's directives."""
    for directive in reversed(there):
        if directive.verb == "ignore" and directive.code and directive.meant[0] <= wish.line <= directive.meant[1]:
            yield _merged(page, wish, directive)
            break
    opener, closer, manners = _STYLES[document.format]
    if document.format == "md":
        if page.spans[wish.line - 1][0] < front_matter.end_of(page.text):
            opener, closer, manners = _HASHES
        elif document.path.lower().endswith(".mdx"):
            opener, closer = "{/* ", " */}"
    for manner in manners:
        yield from manner(page, wish, opener, closer)


def _merged(page: Page, wish: Wish, directive: Directive) -> list[Splice]:
    """More codes for a comment that is there, and a reason where it has none."""
    codes = Splice(directive.end, directive.end, "".join(f", {code}" for code in wish.codes))
    behind = page.text.index("]", directive.end) + 1
    return [codes] if directive.reason else [codes, Splice(behind, behind, f" {wish.reason}")]
