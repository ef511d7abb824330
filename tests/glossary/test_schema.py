"""The JSON Schema says what the loader says."""

from datetime import date
import json
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
import pytest
import yaml

from msglint.glossary.load import parse_glossary
from msglint.glossary.schema import json_schema
from tests.glossary.test_good import WHOLE

VALIDATOR = Draft202012Validator(json_schema(), format_checker=FormatChecker())


def typed(text: str) -> Any:
    """A YAML text as a reader of YAML 1.1 loads it, made JSON: days as text, the key `on` as "true"."""
    return json.loads(json.dumps(yaml.safe_load(text), default=date.isoformat))


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(json_schema())


def test_every_key_is_described() -> None:
    schema: Any = json_schema()
    mappings = [schema, *(one for value in schema["$defs"].values() for one in [value, *value.get("anyOf", [])])]
    described = [key["description"] for mapping in mappings for key in mapping.get("properties", {}).values()]
    assert len(described) > 60
    assert all(text.endswith((".", "…")) for text in described)


GOOD = [
    WHOLE,
    "terms: [Login.gov, No, 1.0, 42]",
    "terms: [{term: A, superseded: Old, price: 6.50 GBP per person}]",
    "terms: [{term: A, superseded: {term: Old, until: 2026-01-01, grace: 2w}, price: 6 GBP}]",
    "terms: {term: A, prices: [6.50 GBP, {price: 7, currency: EUR}]}",
    "include: prices/*.yaml\nterms: []",
    "terms: [{term: A, type: offer, amount_off: 5 EUR, match: {inflect: no}}]",
    "terms: [{term: A, sign_off: {team: sales, hash: 123456}}]",
]


@pytest.mark.parametrize("text", GOOD)
def test_it_accepts_what_loads(text: str) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(typed(text))] == []
    assert parse_glossary(text.replace("include: prices/*.yaml\n", ""), "g.yaml").digest


@pytest.mark.parametrize(
    "text",
    [
        "term: A",
        "organization: Us",
        "terms: [{term: A, supersede: B}]",
        "terms: [{id: a}]",
        "terms: [{term: A, superseded: [{term: B, untill: 2026-01-01}]}]",
        "terms: [{term: A, type: produkt}]",
        "terms: [{term: A, status: live}]",
        "terms: [{term: A, price: '12,50'}]",
        "terms: [{term: A, prices: [{price: 12.50, currency: GPB}]}]",
        "terms: [{term: A, valid_from: 31/02/2026}]",
        "terms: [{term: A, review_every: 90 days}]",
        "terms: [{term: A, match: {pos: noun}}]",
        "terms: [{term: A, discount: 20}]",
        "defaults: {language: English}\nterms: []",
        "version: 2\nterms: []",
    ],
)
def test_it_refuses_what_does_not_load(text: str) -> None:
    assert not VALIDATOR.is_valid(typed(text))
