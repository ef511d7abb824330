"""What may stand as a value: one reader from text, and one JSON Schema fragment, for each kind of scalar.

Editors read YAML with types, so the schema lets a number stand wherever a text of figures may.
"""

from collections.abc import Callable, Iterable, Mapping
import re

from msgspec import Struct, field

from msglint.glossary.facts import parse_fact
from msglint.glossary.moments import parse_day, parse_duration
from msglint.glossary.money import (
    currencies,
    parse_amount,
    parse_count,
    parse_currency,
    parse_money,
    parse_percent,
    parse_unit,
)
from msglint.glossary.reading import nearest
from msglint.glossary.slugs import slug
from msglint.model.glossary import EntryType, Status
from msglint.text.language_tag import ALLOWED, LANGUAGE_TAG

# https://universaldependencies.org/u/pos/
_PARTS_OF_SPEECH = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
)  # fmt: skip
_WORDS_OF_TRUTH = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_ANY_SCALAR = {"type": ["string", "number", "boolean"]}
_NUMBER_OR_TEXT = {"type": ["number", "string"]}


class Kind(Struct, frozen=True):
    """`parse` reads the written text (white space folded, never empty); its ValueError says what is allowed."""

    parse: Callable[[str], object]
    schema: Mapping[str, object] = field(default_factory=lambda: dict(_ANY_SCALAR))


def _name(text: str) -> str:
    if not any(character.isalnum() for character in text):
        raise ValueError("a name has at least one letter or digit")
    return text


def _id(text: str) -> str:
    if re.search(r"\s", _name(text)):
        raise ValueError(f"an id has no spaces: {slug(text)}")
    return text


def _language(text: str) -> str:
    if not LANGUAGE_TAG.fullmatch(text):
        raise ValueError(ALLOWED)
    return text


def _truth(text: str) -> bool:
    if text.casefold() not in _WORDS_OF_TRUTH:
        raise ValueError("allowed are true and false")
    return _WORDS_OF_TRUTH[text.casefold()]


def _hash(text: str) -> str:
    if not re.fullmatch(r"[0-9a-fA-F]{4,64}", text):
        raise ValueError("a hash is 4 to 64 hexadecimal digits, as signing wrote it")
    return text.lower()


def _choice(allowed: Iterable[str]) -> Kind:
    words = tuple(str(word) for word in allowed)

    def parse(text: str) -> str:
        if text in words:
            return text
        raise ValueError(f"allowed {'are' if len(words) > 1 else 'is'} {', '.join(words)}{nearest(text, words)}")

    return Kind(parse, {"enum": list(words)})


KINDS: Mapping[str, Kind] = {
    "text": Kind(str),
    "name": Kind(_name),
    "id": Kind(_id, {"type": ["string", "number"]}),
    "day": Kind(parse_day, {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}),
    "duration": Kind(parse_duration, {"type": "string", "pattern": "^[0-9]{1,5} ?[dwmyDWMY]$"}),
    "truth": Kind(_truth, {"enum": [True, False, *_WORDS_OF_TRUTH]}),
    "amount": Kind(parse_amount, {**_NUMBER_OR_TEXT, "minimum": 0, "pattern": r"^[0-9]+(\.[0-9]+)?$"}),
    "count": Kind(parse_count, {**_NUMBER_OR_TEXT, "exclusiveMinimum": 0, "pattern": r"^[0-9]+(\.[0-9]+)?$"}),
    "percent": Kind(parse_percent, {"type": "string", "pattern": r"^[0-9]+(\.[0-9]+)? ?%$"}),
    "money": Kind(parse_money, {**_NUMBER_OR_TEXT, "minimum": 0, "pattern": r"^[0-9]+(\.[0-9]+)?([^0-9.,].*)?$"}),
    "currency": Kind(parse_currency, {"enum": sorted(currencies())}),
    "unit": Kind(parse_unit, {"type": "string"}),
    "language": Kind(_language, {"type": "string", "pattern": f"^{LANGUAGE_TAG.pattern}$"}),
    "fact": Kind(parse_fact),
    "hash": Kind(_hash, {"type": ["string", "integer"]}),
    "version": Kind(_choice(["1"]).parse, {"enum": [1, "1"]}),
    "type": _choice(EntryType),
    "status": _choice(Status),
    "case": _choice(["exact", "any"]),
    "fuzzy": _choice(["none", "typo"]),
    "part of speech": _choice(_PARTS_OF_SPEECH),
    "vat": _choice(["included", "excluded"]),
}
