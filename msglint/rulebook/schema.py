"""The JSON Schema of a rule pack, made from the same definitions that read it, so that editors complete one."""

from collections.abc import Mapping
from typing import Any

from msglint import registry
from msglint.rulebook.options import Option
from msglint.rulebook.reading import EXAMPLE, PACK, RULE, options_of

_TEXTS = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]}
_PAIRS = {"type": "object", "additionalProperties": {"type": "string"}, "minProperties": 1}
_TOKENS = {"type": "array", "items": {"type": "object"}, "minItems": 1}
_KINDS: Mapping[str, dict[str, Any]] = {
    "text": {"type": "string", "minLength": 1},
    "exact": {"type": ["string", "null"]},
    "pattern": {"type": "string", "minLength": 1},
    "case": {"type": "string", "minLength": 1},
    "words": _TEXTS,
    "patterns": _TEXTS,
    "scope": _TEXTS,
    "swap": _PAIRS,
    "either": _PAIRS,
    "count": {"type": "integer", "minimum": 0},
    "share": {"type": "number", "minimum": 0, "maximum": 1},
    "flag": {"type": "boolean"},
    "day": {"type": "string", "format": "date"},
    "token_patterns": {"type": "array", "items": _TOKENS, "minItems": 1},
    "node": {},
}


def schema() -> dict[str, Any]:
    """The schema (draft 2020-12): a pack, its rules with every check's own keys, its examples."""
    wrong = _mapping(EXAMPLE, required=("says",))
    right = _mapping({key: option for key, option in EXAMPLE.items() if key not in ("says", "suggests")})
    checks = registry.names("msglint.checks")
    rule = _mapping(RULE)
    rule["properties"]["check"] = {"enum": list(checks), "description": RULE["check"].doc}
    rule["properties"]["invalid"] = {"type": "array", "items": wrong, "description": RULE["invalid"].doc}
    rule["properties"]["valid"] = {"type": "array", "items": {"anyOf": [{"type": "string"}, right]}}
    rule["allOf"] = [_own_keys(check) for check in checks]
    # Each check allows its own keys beside the common ones; what none of them knows is wrong.
    rule["unevaluatedProperties"] = rule.pop("additionalProperties")
    pack = _mapping(PACK)
    pack["properties"]["rules"] = {"type": "array", "items": rule, "description": PACK["rules"].doc}
    pack["properties"]["glossary"] = {"type": "object", "description": PACK["glossary"].doc}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "A msglint rule pack", **pack}


def _own_keys(check: str) -> dict[str, Any]:
    options = options_of(check)
    nested = _mapping(options)
    beside = {"properties": nested["properties"], "required": nested["required"]}
    either = {
        "anyOf": [{"properties": {"options": nested}, "required": ["options"]}, beside]
        if options
        else [{"not": {"required": ["options"]}}]
    }
    return {"if": {"properties": {"check": {"const": check}}, "required": ["check"]}, "then": either}


def _mapping(options: Mapping[str, Option], required: tuple[str, ...] = ()) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {name: _value(option) for name, option in options.items()},
        "required": [*(name for name, option in options.items() if option.required), *required],
        "additionalProperties": False,
    }


def _value(option: Option) -> dict[str, Any]:
    kind = {"enum": list(option.choices)} if option.kind == "choice" else _KINDS[option.kind]
    return {**kind, "description": option.doc}
