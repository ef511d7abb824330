"""The JSON Schema of glossary files, made from keys.SHAPES and kinds.KINDS: what editors complete and check."""

from msglint.glossary.keys import SHAPES, Form, Key, Shape
from msglint.glossary.kinds import KINDS

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> dict[str, object]:
    """The schema (draft 2020-12) of a glossary file as editors load it, numbers, booleans and days typed or not."""
    root = _mapping(SHAPES["glossary"])
    return {
        "$schema": _DIALECT,
        "title": "msglint glossary",
        **root,
        "anyOf": [{"required": ["terms"]}, {"required": ["include"]}],
        "$defs": {name: _value(shape) for name, shape in SHAPES.items() if name != "glossary"},
    }


def _value(shape: Shape) -> dict[str, object]:
    """A mapping, or what may stand in its place: the one scalar that is a key alone."""
    mapping = _mapping(shape)
    if shape.bare is None:
        return mapping
    return {"description": shape.doc, "anyOf": [dict(KINDS[shape.keys[shape.bare].takes].schema), mapping]}


def _mapping(shape: Shape) -> dict[str, object]:
    required = [name for name, key in shape.keys.items() if key.required]
    return {
        "description": shape.doc,
        "type": "object",
        "properties": {spelt: _key(key) for name, key in shape.keys.items() for spelt in (name, *_also(name))},
        "additionalProperties": False,
        **({"required": required} if required else {}),
    }


def _also(name: str) -> tuple[str, ...]:
    """How a reader of YAML 1.1 hands on a key that it takes for a boolean (a sign-off's `on`); YAML 1.2 has no such."""
    return ("true",) if name == "on" else ()


def _key(key: Key) -> dict[str, object]:
    one = {"$ref": f"#/$defs/{key.takes}"} if key.takes in SHAPES else dict(KINDS[key.takes].schema)
    if key.form is Form.NAMED:
        return {"description": key.doc, "type": "object", "additionalProperties": one}
    if key.form is Form.MANY:
        return {"description": key.doc, "anyOf": [one, {"type": "array", "items": one}]}
    return {"description": key.doc, **one}
