"""Reads values out of a settings tree and notes what is wrong with them, so that all errors come in one run."""

from collections.abc import Collection
import os

from msglint.config.tree import Node
from msglint.errors import Problem
from msglint.ignores import Patterns, compile_patterns


class Reader:
    """Collects `problems`, and `origins` by key. `path` is the file as shown; what it names is relative to `folder`."""

    def __init__(self, path: str, folder: str) -> None:
        self.path = path
        self.folder = folder
        self.problems: list[Problem] = []
        self.origins: dict[str, str] = {}

    def place(self, key: str, node: Node) -> None:
        """Keep where a key, dotted where it is one of a mapping, gets its value from."""
        self.origins[key] = f"{self.path}:{node.line}"

    def note(self, node: Node, key: str, message: str) -> None:
        self.problems.append(Problem(self.path, message, node.line, key=key))

    def mapping(self, node: Node, key: str, allowed: Collection[str] | None = None) -> dict[str, Node]:
        """The items of a mapping, those with keys that are not allowed left out."""
        if not isinstance(node.content, dict):
            self.note(node, key, f"{_named(key)} must be a mapping of keys to values")
            return {}
        if allowed is None:
            return node.content
        known = {}
        for name, item in node.content.items():
            if name in allowed:
                known[name] = item
            else:
                dotted = f"{key}.{name}" if key else name
                self.note(item, dotted, f"unknown key “{dotted}”{_nearest(name, allowed)}")
        return known

    def items(self, node: Node) -> list[Node]:
        """The items of a list; a single value is a list of one."""
        return node.content if isinstance(node.content, list) else [node]

    def text(self, node: Node, key: str, allowed: Collection[str] = ()) -> str | None:
        """A text, one of `allowed` where that is given; None (and noted) where it is not."""
        if not isinstance(node.content, str):
            self.note(node, key, f"{_named(key)} must be text")
        elif not node.content.strip():
            self.note(node, key, f"{_named(key)} is empty: write what it is to be, or take it out")
        elif allowed and node.content not in allowed:
            self.note(node, key, f"{_named(key)} is “{node.content}”{_nearest(node.content, allowed)}")
        else:
            return node.content
        return None

    def texts(self, node: Node, key: str) -> tuple[str, ...]:
        """One text or a list of them."""
        return tuple(text for item in self.items(node) if (text := self.text(item, key)) is not None)

    def file(self, text: str) -> str:
        """A path written in the settings, absolute."""
        return os.path.normpath(os.path.join(self.folder, os.path.expanduser(text)))

    def patterns(self, node: Node, key: str) -> Patterns:
        """Gitignore patterns, relative to the settings' folder."""
        lines = self.texts(node, key)
        for line in lines:
            try:
                compile_patterns([line])
            except ValueError:
                self.note(node, key, f"{_named(key)}: “{line}” is no pattern; write it as in a .gitignore: drafts/**")
        return Patterns(self.folder, lines)


def _named(key: str) -> str:
    return f"“{key}”" if key else "the file"


def _nearest(word: str, allowed: Collection[str]) -> str:
    import difflib

    near = difflib.get_close_matches(word, allowed, 1)
    hint = f"; did you mean “{near[0]}”?" if near else ";"
    return f"{hint} Allowed are {', '.join(allowed)}" if near else f"; allowed are {', '.join(allowed)}"
