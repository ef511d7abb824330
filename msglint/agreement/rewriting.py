"""A node and the data it is to hold -> the fewest edits that make it hold them."""

from collections.abc import Container, Iterable
from difflib import SequenceMatcher
import json

from msgspec import Struct

from msglint.agreement.page import Page
from msglint.agreement.plain import Data, Fields, inherited, is_merge, plain
from msglint.agreement.style import Style, flow, is_plain, name_of, scalar
from msglint.agreement.tree import Kind, Node

_BARE = ("term", "price")
"""The keys that a text alone may stand for."""


class CannotRemoveError(ValueError):
    """A key is to go that `<<` brings in: it is written elsewhere. The message is the key."""


class Rewriting(Struct):
    """Collects the edits of one text on its page."""

    page: Page
    style: Style

    def rewrite(self, node: Node, wanted: Data, column: int, top: bool = False) -> None:
        """Make a node hold the data.

        `column` is that of the key, or of the dash, that it belongs to; `top` holds for an entry, whose keys get lines
        of their own where it was a name alone. Raises CannotRemoveError.
        """
        if plain(node) == wanted:
            return
        if node.kind is Kind.ALIAS:  # what it repeats belongs to others too: written out here
            self._replace(node, wanted, column)
        elif node.kind is Kind.MAPPING and isinstance(wanted, dict):
            self._mapping(node, wanted)
        elif node.kind is Kind.LIST and isinstance(wanted, list) and wanted:
            self._items(node, wanted, column)
        elif node.kind is not Kind.LIST and isinstance(wanted, list) and wanted:
            self._list_of_one(node, wanted, column)
        elif bare := _bare(node, wanted):
            self._expand(node, dict(wanted), bare, top)  # type: ignore[arg-type]  # only a mapping holds a key
        else:
            self._replace(node, wanted, column)

    def add(self, node: Node, new: list[Data]) -> None:
        """Add items to a list."""
        self._insert_items(node, len(node.items), new, self.page.dash_column(node) if node.items else 0)

    def insert(self, node: Node, key: str, data: Data) -> None:
        """Add a pair to a mapping, behind its last."""
        self._insert_pairs(node, {key: (None, data)})

    # A node as a whole

    def _replace(self, node: Node, wanted: Data, column: int) -> None:
        self.page.removed |= set(node.items)
        if isinstance(wanted, str):
            self.page.edit(node.body, node.end, scalar(wanted, node.flow, node.style))
            return
        if node.inside or not self._on_its_line(node):
            self.page.edit(node.body, node.end, flow(wanted))
            return
        start = len(self.page.text[: node.body].rstrip(" \t"))
        self.page.edit(start, node.end, self.style.value(wanted, column))

    def _on_its_line(self, node: Node) -> bool:
        """Whether the key or the dash that a value belongs to stands on the same line."""
        line = self.page.line_start(node.start)
        return bool(self.page.text[line : node.start].strip(" \t"))

    def _expand(self, node: Node, wanted: Fields, bare: str, top: bool) -> None:
        """A text alone becomes a mapping that holds it under the key `bare`."""
        in_flow = node.inside or not top
        text = self.page.text[node.start : node.end]
        plain_in_flow = node.style is not None or not in_flow or is_plain(text, flow=True)
        if wanted[bare] != plain(node) or "\n" in text or "\r" in text or not plain_in_flow:
            text = scalar(str(wanted[bare]), in_flow, node.style)
        names = list(wanted)
        before, behind = names[: names.index(bare)], names[names.index(bare) + 1 :]
        if in_flow:
            head = "".join(f"{name_of(key, True)}: {flow(wanted[key])}, " for key in before)
            tail = "".join(f", {name_of(key, True)}: {flow(wanted[key])}" for key in behind)
            self.page.edit(node.start, node.end, f"{{{head}{bare}: {text}{tail}}}")
            return
        head = "".join(f"{self._said(key, wanted[key], node.column)}{self.style.line(node.column)}" for key in before)
        self.page.edit(node.start, node.end, f"{head}{bare}: {text}")
        for key in behind:
            self._insert_line(node, node.column, self._said(key, wanted[key], node.column))

    def _list_of_one(self, node: Node, wanted: list[Data], column: int) -> None:
        """A value alone becomes one of a list, where it stays as it is written."""
        place = (node.start, node.end, node.start, node.line, node.column)
        whole = Node(Kind.LIST, *place, inside=node.inside, flow=node.inside, items=[node])
        if node.inside:
            self.page.insert(node.start, "[")
            self._items(whole, wanted, column)
            self.page.insert(node.end, "]")
            return
        dash = column + self.style.offset
        if self._on_its_line(node):
            start = len(self.page.text[: node.start].rstrip(" \t"))
            self.page.edit(start, node.start, f"{self.style.line(dash)}- ")
            self.page.indent(node, self.style.offset + 2)
        else:
            self.page.edit(self.page.line_start(node.start), node.start, f"{' ' * dash}- ")
            self.page.indent(node, dash + 2 - node.column)
        self._items(whole, wanted, dash)

    # Mappings

    def _mapping(self, node: Node, wanted: Fields) -> None:
        own = {key.value: (key, value) for key, value in node.pairs() if not is_merge(key)}
        brought = inherited(node)
        for key in brought.keys() - wanted.keys():
            raise CannotRemoveError(key)
        gone = [key for key in own if key not in wanted]
        new = [key for key in wanted if key not in own and brought.get(key) != wanted[key]]
        for key in [key for key in own if key in wanted]:
            self.rewrite(own[key][1], wanted[key], own[key][0].column)
        for key in [key for key in gone if f"{key}s" in new]:  # `price` becomes `prices`, where it stands
            gone.remove(key)
            new.remove(f"{key}s")
            self._swap(*own[key], f"{key}s", wanted[f"{key}s"])
        starts = [key.start for key in node.keys]
        for index, key_node in enumerate(node.keys):
            if key_node.value in gone and not is_merge(key_node):
                self.page.remove(node, starts, index)
        self._insert_pairs(node, {key: (_before(key, wanted, own), wanted[key]) for key in new})

    def _swap(self, key: Node, value: Node, name: str, data: Data) -> None:
        """Another key with other data in the place of a pair; a comment behind it stays."""
        self.page.edit(key.body, key.end, name_of(name, key.inside))
        self.rewrite(value, data, key.column)

    def _insert_pairs(self, node: Node, new: dict[str, tuple[str | None, Data]]) -> None:
        """Add pairs to a mapping, each behind the key named with it, else behind the last."""
        pairs = [(key, value) for key, value in node.pairs() if value not in self.page.removed]
        for name, (before, data) in new.items():
            last = next((value for key, value in pairs if key.value == before), pairs[-1][1] if pairs else None)
            if last is None:
                self.page.insert(node.body + 1, f"{name_of(name, True)}: {flow(data)}")
            elif node.flow:
                self.page.insert(self.page.end(last), f", {name_of(name, True)}: {flow(data)}")
            else:
                column = self.page.key_column(node)
                self._insert_line(last, column, self._said(name, data, column))

    def _said(self, key: str, data: Data, column: int) -> str:
        return f"{name_of(key)}:{self.style.value(data, column)}"

    def _insert_line(self, node: Node, column: int, text: str) -> None:
        """Put a line behind the one on which what stays of a node ends."""
        self.page.insert(self.page.line_end(self.page.end(node)), self.style.line(column) + text)

    # Lists

    def _items(self, node: Node, wanted: list[Data], column: int) -> None:
        """Make a list hold these items; `column` is that of its dashes where it has none yet."""
        items = node.items
        dash = self.page.dash_column(node) if node.kind is Kind.LIST and not node.flow and _dashed(node) else column
        current, keys = [_key(plain(item)) for item in items], [_key(item) for item in wanted]
        for what, start, end, new_start, new_end in SequenceMatcher(None, current, keys, False).get_opcodes():
            if what == "equal":
                continue
            both = min(end - start, new_end - new_start)
            for item, data in zip(items[start : start + both], wanted[new_start : new_start + both], strict=True):
                self.rewrite(item, data, dash)
            for index in range(start + both, end):
                self.page.remove(node, [item.start for item in items], index)
            self._insert_items(node, end, wanted[new_start + both : new_end], dash)

    def _insert_items(self, node: Node, index: int, new: list[Data], dash: int) -> None:
        """Add items before the one of that index."""
        if not new:
            return
        kept = [item for item in node.items[:index] if item not in self.page.removed]
        if node.flow:
            texts = ", ".join(flow(data) for data in new)
            behind = self.page.end(kept[-1]) if kept else node.items[0].start if node.items else node.body + 1
            self.page.insert(behind, f", {texts}" if kept else f"{texts}, " if node.items else texts)
            return
        for data in new:
            text = f"- {self._item(data, dash, node.items)}"
            if kept:
                self._insert_line(kept[-1], dash, text)
            else:
                self.page.insert(self.page.dash(node, 0), f"{text}{self.style.line(dash)}")

    def _item(self, data: Data, dash: int, siblings: Iterable[Node]) -> str:
        """An item of a block list, written as its last sibling is: over several lines, or in braces."""
        if isinstance(data, str):
            return scalar(data)
        mappings = [item.flow for item in siblings if item.kind is Kind.MAPPING]
        return self.style.block(data, dash + 2) if isinstance(data, dict) and mappings[-1:] == [False] else flow(data)


def _bare(node: Node, wanted: Data) -> str | None:
    """The key of wanted data for which a text has stood alone."""
    if node.kind is not Kind.SCALAR or not isinstance(wanted, dict):
        return None
    return next((key for key in _BARE if isinstance(wanted.get(key), str)), None)


def _before(key: str, order: Iterable[str], there: Container[str]) -> str | None:
    """The last key before this one that is there too."""
    names = list(order)
    return next((name for name in reversed(names[: names.index(key)]) if name in there), None)


def _dashed(node: Node) -> bool:
    """Whether a list is written with dashes, rather than about to be."""
    return node.items[0].start > node.start


def _key(data: Data) -> str:
    return json.dumps(data, sort_keys=True)
