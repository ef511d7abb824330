"""What may stand under a key of a pack, declared once: read and validated here, described by the JSON Schema too."""

from collections.abc import Callable, Mapping
from datetime import date

from msgspec import Struct

from msglint.rulebook.nodes import Node, Notes
from msglint.rulebook.patterns import problem_of
from msglint.rulebook.scopes import problem_of_scope


class Option(Struct, frozen=True):
    """One key: a check's `OPTIONS` maps names to these.

    kind     text | exact (text that may be empty, or null) | words (one or a list) | pattern | patterns (one or a list)
             | swap (pattern -> text) | either (pattern -> pattern) | case (one of CASES, or a pattern)
             | count (whole number from 0) | share (0 to 1) | flag (true, false) | choice (one of `choices`)
             | scope | day (YYYY-MM-DD) | token_patterns | node (left as it is)
    default  what holds where the key is not written
    """

    kind: str
    doc: str
    required: bool = False
    default: object = None
    choices: tuple[str, ...] = ()


CASES = ("$title", "$sentence", "$lower", "$upper")
"""The cases `capitalization` knows by name."""


class _Wrong(ValueError):
    """A value is not of its kind; says at which node and what is allowed."""

    def __init__(self, node: Node, message: str) -> None:
        super().__init__(message)
        self.node = node


def read_mapping(
    node: Node, allowed: Mapping[str, Option], what: str, notes: Notes, hints: Mapping[str, str] | None = None
) -> dict[str, object]:
    """The values of a mapping by key, defaults filled in. Wrong, unknown and missing keys are noted and left out.

    `what` names the mapping to people ("a rule"); `hints` are words for keys that other tools use.
    """
    if node.id != "mapping":
        notes.note(node, f"{what} must be a mapping of keys to values")
        return {}
    values = {name: option.default for name, option in allowed.items()}
    written = set()
    for key, value in node.value:
        name = key.value
        written.add(name)
        if name not in allowed:
            hint = (hints or {}).get(name) or nearest(name, allowed)
            notes.note(key, f"unknown key “{name}” in {what}{hint}", name)
            continue
        try:
            values[name] = READERS[allowed[name].kind](value, allowed[name])
        except _Wrong as wrong:
            notes.note(wrong.node, f"“{name}” {wrong}", name)
    for name, option in allowed.items():
        if option.required and name not in written:
            notes.note(node, f"{what} needs “{name}”: {option.doc}", name)
    return values


def nearest(word: str, allowed: Mapping[str, object] | tuple[str, ...]) -> str:
    """Words that say what is allowed in place of a word, the nearest one first."""
    import difflib

    near = difflib.get_close_matches(word, list(allowed), 1)
    question = f"; did you mean “{near[0]}”?" if near else ""
    return f"{question or ';'} Allowed: {', '.join(sorted(allowed))}"


def _text(node: Node, option: Option) -> str:
    if node.id != "scalar" or not node.value.strip():
        raise _Wrong(node, "must be text" + ("" if node.id == "scalar" else "; put quotes around it"))
    return str(node.value)


def _exact(node: Node, option: Option) -> str | None:
    if node.id == "scalar" and not node.style and node.value in ("null", "~"):
        return None
    return str(node.value) if node.id == "scalar" else _text(node, option)


def _words(node: Node, option: Option) -> tuple[str, ...]:
    items = node.value if node.id == "sequence" else [node]
    if not items:
        raise _Wrong(node, "is an empty list")
    return tuple(_text(item, option) for item in items)


def _pattern(node: Node, option: Option) -> str:
    text = _text(node, option)
    problem = problem_of(text)
    if problem:
        raise _Wrong(node, f"is no usable regular expression: “{text}” {problem}")
    return text


def _patterns(node: Node, option: Option) -> tuple[str, ...]:
    items = node.value if node.id == "sequence" else [node]
    if not items:
        raise _Wrong(node, "is an empty list")
    return tuple(_pattern(item, option) for item in items)


def _swap(node: Node, option: Option) -> dict[str, str]:
    if node.id != "mapping" or not node.value:
        raise _Wrong(node, "must be a mapping: {what is said: what to say}")
    return {_pattern(key, option): _text(value, option) for key, value in node.value}


def _either(node: Node, option: Option) -> dict[str, str]:
    return {key: _pattern(value, option) for key, (_, value) in zip(_swap(node, option), node.value, strict=True)}


def _case(node: Node, option: Option) -> str:
    text = _text(node, option)
    if text.startswith("$") and text not in CASES:
        raise _Wrong(node, f"is “{text}”{nearest(text, CASES)}, or a pattern")
    return text if text in CASES else _pattern(node, option)


def _count(node: Node, option: Option) -> int:
    text = _text(node, option)
    if not (text.isascii() and text.isdigit()) or len(text) > 9:
        raise _Wrong(node, f"is “{text}”; it must be a whole number from 0")
    return int(text)


def _share(node: Node, option: Option) -> float:
    text = _text(node, option)
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        raise _Wrong(node, f"is “{text}”; it must be a number from 0 to 1")
    return number


def _flag(node: Node, option: Option) -> bool:
    text = _text(node, option).lower()
    if text not in ("true", "false"):
        raise _Wrong(node, f"is “{text}”; it must be true or false")
    return text == "true"


def _choice(node: Node, option: Option) -> str:
    text = _text(node, option)
    if text not in option.choices:
        raise _Wrong(node, f"is “{text}”{nearest(text, option.choices)}")
    return text


def _scope(node: Node, option: Option) -> tuple[str, ...]:
    words = _words(node, option)
    for word in words:
        problem = problem_of_scope(word)
        if problem:
            raise _Wrong(node, f"is “{word}”; {problem}")
    return words


def _day(node: Node, option: Option) -> date:
    text = _text(node, option)
    try:
        if len(text) == 10:
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise _Wrong(node, f"is “{text}”; a day is written 2026-06-10")


def _token_patterns(node: Node, option: Option) -> tuple[object, ...]:
    if node.id != "sequence" or not node.value or any(item.id != "sequence" or not item.value for item in node.value):
        raise _Wrong(node, "must be a list of patterns, each a list of tokens: [[{LOWER: free}, {LOWER: trial}]]")
    if any(token.id != "mapping" for item in node.value for token in item.value):
        raise _Wrong(node, "holds a token that is no mapping; write {LOWER: free}, or {} for any token")
    return tuple(_plain(item) for item in node.value)


def _plain(node: Node) -> object:
    """A node as spaCy's Matcher wants it: here alone do numbers and booleans count as what YAML takes them for."""
    if node.id == "mapping":
        return {key.value: _plain(value) for key, value in node.value}
    if node.id == "sequence":
        return tuple(_plain(item) for item in node.value)
    if not node.style and node.value.lower() in ("true", "false"):
        return bool(node.value.lower() == "true")
    if not node.style and node.value.lstrip("-").isdecimal() and node.value.isascii():
        return int(node.value)
    return str(node.value)


def _node(node: Node, option: Option) -> Node:
    return node


READERS: Mapping[str, Callable[[Node, Option], object]] = {
    "text": _text,
    "exact": _exact,
    "words": _words,
    "pattern": _pattern,
    "patterns": _patterns,
    "swap": _swap,
    "either": _either,
    "case": _case,
    "count": _count,
    "share": _share,
    "flag": _flag,
    "choice": _choice,
    "scope": _scope,
    "day": _day,
    "token_patterns": _token_patterns,
    "node": _node,
}
