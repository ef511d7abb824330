"""The JSON Schema agrees with the reader on every built-in pack and on what is wrong."""

from typing import Any

import jsonschema
import pytest
import yaml

from msglint.rulebook.load import pack_files
from msglint.rulebook.schema import schema

VALIDATOR = jsonschema.Draft202012Validator(schema())


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("file", pack_files(), ids=lambda file: file.path)
def test_every_built_in_pack_is_valid(file: Any) -> None:
    loader = yaml.SafeLoader
    content = yaml.load(file.data, type("Texts", (loader,), {"yaml_implicit_resolvers": _without_dates(loader)}))
    assert [error.message for error in VALIDATOR.iter_errors(content)] == []


@pytest.mark.parametrize(
    ("change", "valid"),
    [
        ({}, True),
        ({"tokens": "foo"}, True),
        ({"tokens": 1}, False),
        ({"severity": "warn"}, False),
        ({"chekc": "existence"}, False),
        ({"check": "substitution"}, False),
        ({"check": "nonsense"}, False),
        ({"invalid": [{"text": "foo"}]}, False),
        ({"valid": [{"text": "foo", "says": "foo"}]}, False),
    ],
)
def test_the_schema_refuses_what_the_reader_refuses(change: dict[str, Any], valid: bool) -> None:
    rule = {
        "code": "ACME001", "name": "no-foo", "check": "existence", "severity": "note", "message": "m", "why": "w",
        "tokens": ["foo"], **change,
    }  # fmt: skip
    assert VALIDATOR.is_valid({"about": "a", "rules": [rule]}) is valid


def _without_dates(loader: Any) -> dict[str, Any]:
    resolvers = loader.yaml_implicit_resolvers
    return {first: [(tag, p) for tag, p in found if "timestamp" not in tag] for first, found in resolvers.items()}
