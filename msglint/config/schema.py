"""The JSON Schema of msglint.yaml, made from the table that reads it: what editors complete and check."""

from typing import Any

from msglint.config.keys import KEYS

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> dict[str, Any]:
    """The schema (draft 2020-12) of the settings, in msglint.yaml or below [tool.msglint]."""
    return {
        "$schema": _DIALECT,
        "title": "msglint settings",
        "type": "object",
        "properties": {name: {"description": key.doc, **key.schema} for name, key in KEYS.items()},
        "additionalProperties": False,
    }
