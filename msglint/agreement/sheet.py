"""One file of the glossary, open for editing."""

from functools import cached_property
import re

from msgspec import Struct

from msglint.agreement.page import Page
from msglint.agreement.plain import Data, Fields, mapped, plain
from msglint.agreement.rewriting import CannotRemoveError, Rewriting
from msglint.agreement.style import Style, flow
from msglint.agreement.tree import Kind, Node, tree
from msglint.errors import GlossaryError, Problem
from msglint.glossary.nodes import encoding_of

_BREAK = re.compile(r"\r\n|\r|\n")
_TERMS = "terms"


class Sheet(Struct, frozen=True, dict=True):
    """The bytes of a file that the loader has understood, shown as `path`."""

    path: str
    data: bytes

    @cached_property
    def mark(self) -> bytes:
        """The byte order mark that the file begins with, b"" for none."""
        mark, encoding = encoding_of(self.data)
        extra = "\ufeff".encode(encoding)
        return mark + extra if self.data.startswith(mark + extra) else mark

    @cached_property
    def text(self) -> str:
        return self.data[len(self.mark) :].decode(encoding_of(self.data)[1])

    @cached_property
    def root(self) -> Node:
        root = tree(self.text)
        if root is None:
            raise GlossaryError(Problem(self.path, "the file is empty now; run msglint again"))
        return root

    @cached_property
    def entries(self) -> list[Node]:
        """The entries, in the order they are written."""
        terms = self.root.child(_TERMS)
        if terms is None:
            return []
        return terms.items if terms.kind is Kind.LIST else [terms]

    @cached_property
    def around(self) -> Data:
        """What the file says beside its entries: defaults, includes …"""
        pairs = {key.value: plain(value) for key, value in self.root.pairs() if key.value != _TERMS}
        return dict(pairs)

    def fields(self, index: int) -> Fields:
        """What the entry of that number says, as written."""
        return mapped(plain(self.entries[index]))

    def rewritten(self, wanted: dict[int, Fields | None], new: list[Fields]) -> bytes:
        """The file with these entries saying what is wanted (None: gone) and the new ones behind the last.

        Raises GlossaryError where something can only be changed elsewhere.
        """
        page = Page(self.text)
        rewriting = Rewriting(page, self._style())
        terms = self.root.child(_TERMS)
        for index, fields in wanted.items():
            node = self.entries[index]
            if fields is None:
                self._remove(page, terms, index)
            elif mapped(plain(node)) != fields:
                self._rewrite(rewriting, node, fields)
        if new:
            self._add(rewriting, terms, new)
        return self.mark + page.edited().encode(encoding_of(self.data)[1])

    def _rewrite(self, rewriting: Rewriting, node: Node, fields: Fields) -> None:
        try:
            rewriting.rewrite(node, fields, node.column, top=node is not self.root.child(_TERMS))
        except CannotRemoveError as error:
            message = f"`{error}` is brought in by `<<` and cannot be taken out here: write the entry out without `<<`"
            raise GlossaryError(Problem(self.path, message, node.line, node.column + 1, str(error))) from error

    def _remove(self, page: Page, terms: Node | None, index: int) -> None:
        if terms is None or terms.kind is not Kind.LIST or len(terms.items) == 1:
            node = self.entries[index]
            message = "this is the file's only entry, which cannot be taken out: remove the file instead"
            raise GlossaryError(Problem(self.path, message, node.line, node.column + 1))
        page.remove(terms, [item.start for item in terms.items], index)

    def _add(self, rewriting: Rewriting, terms: Node | None, new: list[Fields]) -> None:
        if terms is None:
            rewriting.insert(self.root, _TERMS, list(new))
        elif terms.kind is not Kind.LIST:
            rewriting.rewrite(terms, [plain(terms), *new], self.root.keys[self.root.items.index(terms)].column)
        elif not terms.items and not terms.inside:
            self._begin_lines(rewriting.page, rewriting.style, terms, new)
        elif terms.flow:
            rewriting.add(terms, list(new))
        else:
            self._add_lines(rewriting.page, rewriting.style, terms, new)

    def _begin_lines(self, page: Page, style: Style, terms: Node, new: list[Fields]) -> None:
        """Put entries in the place of an empty pair of brackets, a key a line."""
        dash = self.root.keys[self.root.items.index(terms)].column + style.offset
        entries = (f"{style.line(dash)}- {style.block(fields, dash + 2)}" for fields in new)
        page.edit(len(self.text[: terms.body].rstrip(" \t")), terms.end, "")
        page.insert(page.line_end(terms.end), style.newline.join(entries))

    def _add_lines(self, page: Page, style: Style, terms: Node, new: list[Fields]) -> None:
        """Add entries to a list with dashes: a key a line, but in braces where the last entry is."""
        dash, last = page.dash_column(terms), terms.items[-1]
        begin = (style.newline if self._spaced(terms) else "") + style.line(dash)
        for fields in new:
            page.insert(
                page.line_end(page.end(last)),
                f"{begin}- {flow(fields) if last.flow else style.block(fields, dash + 2)}",
            )

    def _spaced(self, terms: Node) -> bool:
        """Whether a blank line stands before the last entry."""
        between = self.text[terms.items[-2].end : terms.items[-1].start] if len(terms.items) > 1 else ""
        return re.search(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)", between) is not None

    def _style(self) -> Style:
        found = _BREAK.search(self.text)
        return Style(found[0] if found else "\n", self._offset())

    def _offset(self) -> int:
        """How far lists are indented from their keys: as the first one of an entry is, else as the list of entries."""
        for entry in self.entries:
            for key, value in entry.pairs():
                if value.kind is Kind.LIST and not value.flow and value.column >= key.column:
                    return value.column - key.column
        terms = self.root.child(_TERMS)
        return terms.column if terms is not None and terms.kind is Kind.LIST and not terms.flow else 2
