"""The JSON Schema says what the loader says."""

import json
from pathlib import Path
import tomllib
from typing import Any

from jsonschema import Draft202012Validator
import pytest
import yaml

from msglint.config.load import load_settings
from msglint.config.schema import json_schema
from msglint.errors import ConfigError

from .test_load import IN_PYPROJECT, WHOLE

VALIDATOR = Draft202012Validator(json_schema())


def test_it_is_a_schema_whose_every_key_is_described() -> None:
    schema = json_schema()
    Draft202012Validator.check_schema(schema)
    row = schema["properties"]["documents"]["anyOf"][0]["properties"]
    described = [key["description"] for key in (*schema["properties"].values(), *row.values())]
    assert len(described) >= 14
    assert all(text.endswith((".", "…")) for text in described)


@pytest.mark.parametrize(
    "text",
    [
        WHOLE,
        "glossary: words.yaml",
        "rules: one.yaml",
        "documents: {match: scripts/**, channel: script}",
        "per_file_ignores: {legal/**: NAM101}",
        "fail_on: never",
    ],
)
def test_what_loads_is_valid(text: str, tmp_path: Path) -> None:
    VALIDATOR.validate(yaml.load(text, Loader=yaml.BaseLoader))
    file = tmp_path / "msglint.yaml"
    file.write_text(text, encoding="utf-8")
    load_settings(file)


def test_pyproject_is_valid_below_its_table() -> None:
    VALIDATOR.validate(tomllib.loads(IN_PYPROJECT)["tool"]["msglint"])


@pytest.mark.parametrize(
    "text",
    [
        "glosary: words.yaml",
        "fail_on: always",
        "severity: {NAM108: fatal}",
        "documents: [{channel: flyer}]",
        "documents: [{match: a, chanel: flyer}]",
        "dated_documents: tomorrow",
        "nlp: {modle: blank}",
        "glossary: ''",
    ],
)
def test_what_does_not_load_is_not_valid(text: str, tmp_path: Path) -> None:
    tree: Any = json.loads(json.dumps(yaml.load(text, Loader=yaml.BaseLoader)))
    assert not VALIDATOR.is_valid(tree)
    file = tmp_path / "msglint.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError):
        load_settings(file)
