"""What may stand in a rule pack, and how its YAML becomes Rules."""

from collections.abc import Mapping
from typing import Any

from msglint import registry
from msglint.lazy_pattern import lazy_pattern
from msglint.model.judgement import Example, Rule
from msglint.model.scale import Severity
from msglint.rulebook import messages
from msglint.rulebook.nodes import Node, Notes, compose
from msglint.rulebook.options import Option, nearest, read_mapping
from msglint.rulebook.pack import AS_OF, Pack

PACK = {
    "about": Option("text", "one sentence: what the rules of this pack keep true", required=True),
    "rules": Option("node", "the list of rules", required=True),
    "glossary": Option("node", "a small glossary for the examples alone, so that no price change breaks one"),
    "as_of": Option("day", f"the day the examples are judged on; default {AS_OF}"),
}
RULE = {
    "code": Option("text", "capital letters and a number: ACME001", required=True),
    "name": Option("text", "small words joined by hyphens: no-free-trial", required=True),
    "check": Option("text", "how to judge: existence, substitution … (one of msglint's checks)", required=True),
    "severity": Option("choice", "how bad it is", required=True, choices=("error", "warning", "note")),
    "message": Option("text", "one sentence to act on, with {said} and the check's other fields", required=True),
    "why": Option("text", "what it costs the business", required=True),
    "enabled": Option("flag", "false: runs only when selected by its code", default=True),
    "fix": Option("choice", "whether --fix may put the suggestion in", choices=("safe", "unsafe", "none")),
    "options": Option("node", "the check's own keys; they may stand beside `check:` just as well"),
    "invalid": Option("node", "texts with exactly one finding"),
    "valid": Option("node", "texts without any"),
}
EXAMPLE = {
    "text": Option("text", "the text judged", required=True),
    "says": Option("exact", 'the words of the finding, exactly; "" where it has none'),
    "suggests": Option("exact", "the suggestion of the finding, exactly; left out where there is none"),
    "as_of": Option("day", "the day it is judged on"),
    "format": Option("text", "what it is read as: md (default), txt, html …, or glossary", default="md"),
    **{name: Option("text", f"the document's {name}") for name in ("audience", "channel", "region", "language")},
    "model": Option("text", "the spaCy pipeline it needs"),
}
_RULE_HINTS = {  # Vale's words, for those who come from there
    "extends": "; here it is `check:`",
    "level": "; here it is `severity:` (error, warning, note)",
    "link": "; put it into `why:`",
    "description": "; here it is `why:`",
    "action": "; here it is `fix:` (safe, unsafe, none)",
}
_CODE = lazy_pattern(r"[A-Z][A-Z_]{1,11}[0-9]{1,5}")
_NAME = lazy_pattern(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PLACES = ("audience", "channel", "region", "language", "model")


def read_pack(data: bytes, notes: Notes) -> Pack | None:
    """The pack in these bytes; wrong things are noted and left out, None where nothing can be read."""
    root = compose(data, notes)
    if root is None:
        return None
    values: Mapping[str, Any] = read_mapping(root, PACK, "a rule pack", notes)
    rules = [_rule(node, notes) for node in _items(values.get("rules"), "rules", notes)]
    return Pack(
        path=notes.path,
        about=values.get("about") or "",
        rules=tuple(rule for rule in rules if rule is not None),
        as_of=values.get("as_of") or AS_OF,
        glossary=values.get("glossary"),
    )


def options_of(check: str) -> Mapping[str, Option]:
    """The options of a check: its module's `OPTIONS`, none where it has none."""
    options: Mapping[str, Option] = getattr(registry.load("msglint.checks", check), "OPTIONS", {})
    return options


def _rule(node: Node, notes: Notes) -> Rule | None:
    before = len(notes.problems)
    check = _check_of(node, notes)
    own = options_of(check) if check else {}
    common, beside, nested = _parted(node, own)
    values: Mapping[str, Any] = read_mapping(common, RULE, "a rule", notes, _RULE_HINTS)
    if nested is not None and beside:
        notes.note(beside[0][0], "a check's keys stand either all under `options:` or all beside `check:`")
    if not check:
        return None
    options = read_mapping(nested or _like(node, beside), own, f"the options of {check}", notes)
    _note_missing(node, options, check, notes)
    _note_wrong_words(node, values, check, notes)
    examples = {kind: _examples(values.get(kind), kind, notes) for kind in ("invalid", "valid")}
    if len(notes.problems) > before:
        return None
    return Rule(
        code=values["code"], name=values["name"], check=check, severity=Severity[values["severity"].upper()],
        message=values["message"], why=values["why"], pack=notes.path, line=node.start_mark.line + 1,
        options=options, fix=values["fix"], enabled=values["enabled"], **examples,
    )  # fmt: skip


def _check_of(node: Node, notes: Notes) -> str | None:
    """The name of the rule's check if there is such a check; an unknown one is noted."""
    if node.id != "mapping":
        return None
    named = next((value for key, value in node.value if key.value == "check" and value.id == "scalar"), None)
    if named is None:
        return None
    known = registry.names("msglint.checks")
    if named.value not in known:
        notes.note(named, f"there is no check “{named.value}”{nearest(named.value, known)}", "check")
        return None
    return str(named.value)


def _parted(node: Node, own: Mapping[str, Option]) -> tuple[Node, list[tuple[Node, Node]], Node | None]:
    """The rule without its check's options, the options beside `check:`, and the node of `options:`."""
    if node.id != "mapping":
        return node, [], None
    beside = [item for item in node.value if item[0].value in own and item[0].value not in RULE]
    nested = next((value for key, value in node.value if key.value == "options"), None)
    return _like(node, [item for item in node.value if item not in beside]), beside, nested


def _like(node: Node, items: list[tuple[Node, Node]]) -> Node:
    """A mapping node with other items at the same place."""
    return type(node)(node.tag, items, node.start_mark, node.end_mark)


def _note_missing(node: Node, options: Mapping[str, object], check: str, notes: Notes) -> None:
    """Note where a check has options of which one at least must be written, and none is."""
    one_of: tuple[str, ...] = getattr(registry.load("msglint.checks", check), "ONE_OF", ())
    if one_of and all(options.get(name) is None for name in one_of):
        notes.note(node, f"the check {check} needs {' or '.join(f'“{name}”' for name in one_of)}", one_of[0])


def _note_wrong_words(node: Node, values: Mapping[str, Any], check: str, notes: Notes) -> None:
    places = {key.value: value for key, value in node.value}
    if values["code"] and not _CODE.fullmatch(values["code"]):
        notes.note(places["code"], f"“{values['code']}” is no code: capital letters and a number (ACME001)", "code")
    if values["name"] and not _NAME.fullmatch(values["name"]):
        notes.note(places["name"], f"“{values['name']}” is no name: small words joined by hyphens", "name")
    if values["message"]:
        fields = getattr(registry.load("msglint.checks", check), "FIELDS", None)
        problem = messages.problem_of(values["message"], fields)
        if problem:
            notes.note(places["message"], f"the message {problem}", "message")


def _examples(node: Node | None, kind: str, notes: Notes) -> tuple[Example, ...]:
    return tuple(_example(item, kind, notes) for item in _items(node, kind, notes))


def _example(node: Node, kind: str, notes: Notes) -> Example:
    line = node.start_mark.line + 1
    if node.id == "scalar":
        if kind == "invalid":
            notes.note(node, "an invalid example needs `says:`: {text: …, says: …, suggests: …}", kind)
        return Example(node.value, line=line)
    allowed = EXAMPLE if kind == "invalid" else {k: o for k, o in EXAMPLE.items() if k not in ("says", "suggests")}
    values: Mapping[str, Any] = read_mapping(node, allowed, f"an example under “{kind}”", notes)
    if kind == "invalid" and values.get("says") is None and values.get("text"):
        notes.note(node, "an invalid example needs `says:`, the exact words of its finding", "says")
    return Example(
        text=values.get("text") or "", says=values.get("says"), suggests=values.get("suggests"),
        as_of=values.get("as_of"), format=values.get("format") or "md", line=line,
        circumstances={place: values[place] for place in _PLACES if values.get(place)},
    )  # fmt: skip


def _items(node: Node | None, key: str, notes: Notes) -> list[Node]:
    if node is None:
        return []
    if node.id != "sequence":
        notes.note(node, f"“{key}” must be a list", key)
        return []
    return list(node.value)
