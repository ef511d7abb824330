"""What an entry means, in one canonical form, and the hash of it that sign-offs are bound to.

The form is itself an entry of the glossary's format. It holds every name with its kind, language and days, prices and
offers, definition, facts, required words, scope and life. It leaves out how the entry is written (comments, order,
quoting, short forms, defaults, `id`), how it is looked for (`match`), and what is no part of an agreement: `why`,
`note`, `owner`, `crm_field`, reviews, sign-offs, and whether the entry is still proposed.

Form 1: JSON (RFC 8259) of the mapping that `canonical` makes, keys sorted, no white space, nothing escaped that need
not be, text in Unicode NFC; lists in the order of their items' JSON; numbers as text without trailing zeros; what is
empty left out. The hash is the SHA-256 of "msglint-entry/1\\n" and that JSON in UTF-8, in hexadecimal; sign-offs hold
the first 12 digits, and compare by as many as are written, six at least.
"""

from datetime import date
from decimal import Decimal
import hashlib
import json
from typing import TypeAlias
import unicodedata

from msglint.model.glossary import Discount, Entry, Label, LabelKind, Price, Status

Meaning: TypeAlias = dict[str, object]
"""Keys of an entry (keys.SHAPES) to text, lists and mappings of text."""

FORM = 1
DIGITS = 12
_FEWEST = 6


def canonical(entry: Entry) -> Meaning:
    """The meaning of an entry: form 1, described above."""
    scope = entry.scope
    return _pruned(
        {
            "term": entry.preferred.text,
            "type": entry.type.value,
            "status": entry.status.value if entry.status is Status.RETIRED else None,
            "language": entry.language,
            "valid_from": entry.valid_from,
            "valid_through": entry.valid_through,
            **{kind.value: _labels(entry, kind) for kind in LabelKind if kind is not LabelKind.PREFERRED},
            "first_use": entry.first_use,
            "scope": {"audience": scope.audience, "channel": scope.channel, "region": scope.region},
            "definition": entry.definition,
            "prices": [_price(price) for price in entry.prices],
            "item": entry.item,
            **_discount(entry.discount),
            "code": entry.code,
            "require_near": entry.require_near,
            "require_near_price": entry.require_near_price,
            "facts": {fact.name: fact.text for fact in entry.facts},
        }
    )


def hash_of(meaning: Meaning) -> str:
    """All 64 hexadecimal digits of a meaning's hash."""
    return hashlib.sha256(f"msglint-entry/{FORM}\n{_json(meaning)}".encode()).hexdigest()


def matches(written: str, full: str) -> bool:
    """Whether a sign-off's hash, six digits or more of it, is this full one."""
    return len(written) >= _FEWEST and full.startswith(written)


def entry_of_meaning(meaning: Meaning) -> Entry:
    """An entry that means just this. Raises GlossaryError where it is no meaning of an entry."""
    from msglint.glossary.load import parse_glossary  # and YAML, which checking by a compiled glossary does without

    return parse_glossary(json.dumps({"terms": [meaning]}), "a signed entry").entries[0]


def _labels(entry: Entry, kind: LabelKind) -> list[Meaning]:
    return [_label(label, entry.language) for label in entry.labels if label.kind is kind]


def _label(label: Label, language: str) -> Meaning:
    return {
        "term": label.text,
        "valid_from": label.valid_from,
        "until": label.until,
        "grace": f"{label.grace.days}d" if label.grace is not None else None,
        "language": label.language if label.language != language else None,
    }


def _price(price: Price) -> Meaning:
    return {
        "price": price.amount,
        "currency": price.currency,
        "per": " per ".join(price.per),
        "region": price.region,
        "vat": price.vat,
        "min_quantity": price.min_quantity,
        "valid_from": price.valid_from,
        "valid_through": price.valid_through,
    }


def _discount(discount: Discount | None) -> Meaning:
    if discount is None:
        return {}
    if discount.percent is not None:
        return {"discount": f"{_figures(discount.percent)}%"}
    key, amount = ("amount_off", discount.amount_off) if discount.amount_off is not None else ("price", discount.price)
    per = f" per {' per '.join(discount.per)}" if discount.per else ""
    return {key: f"{_figures(amount or Decimal(0))} {discount.currency}{per}"}


def _pruned(fields: Meaning) -> Meaning:
    found = {key: _said(value) for key, value in fields.items() if value is not None}
    return {key: value for key, value in found.items() if value}


def _said(value: object) -> object:
    if isinstance(value, dict):
        return _pruned(value)
    if isinstance(value, list | tuple):
        said = [_said(item) for item in value]
        return sorted(said, key=_json) if len(said) > 1 else said
    if isinstance(value, Decimal):
        return _figures(value)
    if isinstance(value, date):
        return value.isoformat()
    text = str(value)
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _figures(number: Decimal) -> str:
    return format(number.normalize(), "f")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
