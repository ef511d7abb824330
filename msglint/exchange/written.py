"""Entry -> fields: all that an entry says, in the glossary's format, its keys in their usual order."""

from decimal import Decimal

from msglint.agreement.plain import Data, Fields
from msglint.glossary.entries import Defaults
from msglint.glossary.money import Money, parse_money
from msglint.model.glossary import Discount, Entry, EntryType, Label, Match, Price, SignOff, Status

_NO_MATCH = Match()
NOTHING_GIVEN = Defaults(language="")
"""No default at all: every language and currency is written out."""


def fields_of(entry: Entry, defaults: Defaults = NOTHING_GIVEN) -> Fields:
    """What an entry says, without what the defaults say for it; kind and status where they are not the usual ones."""
    written: dict[str, Data | None] = {
        "term": entry.preferred.text,
        "id": entry.id,
        "type": entry.type.value if entry.type is not EntryType.TERM else None,
        "status": entry.status.value if entry.status is not Status.APPROVED else None,
        "language": entry.language if entry.language != defaults.language else None,
        "valid_from": _text(entry.valid_from),
        "valid_through": _text(entry.valid_through),
        **_labels(entry),
        "match": match_fields(entry.preferred.match),
        "first_use": entry.first_use,
        "scope": kept({key: many(getattr(entry.scope, key)) for key in ("audience", "channel", "region")}),
        "definition": entry.definition,
        **_prices(entry, defaults.currency),
        "item": entry.item,
        **discount_fields(entry.discount, defaults.currency),
        "code": entry.code,
        "require_near": many(entry.require_near),
        "require_near_price": many(entry.require_near_price),
        "facts": {fact.name: fact.text for fact in entry.facts},
        "crm_field": entry.crm_field,
        "owner": entry.owner if entry.owner != defaults.owner else None,
        "sign_off": [sign_off_fields(sign) for sign in entry.sign_off],
        "reviewed": _text(entry.reviewed),
        "reviewed_by": entry.reviewed_by,
        "review_every": days(entry.review_every) if entry.review_every != defaults.review_every else None,
        "note": entry.note,
    }
    return kept(written)


def kept(fields: dict[str, Data | None]) -> Fields:
    """The fields that say something."""
    return {key: value for key, value in fields.items() if value}


def many(texts: tuple[str, ...]) -> Data | None:
    """One text, or a list of several."""
    return texts[0] if len(texts) == 1 else list(texts)


def figures(number: Decimal | None) -> str | None:
    """A number as it was written: "12.50"."""
    return None if number is None else format(number, "f")


def days(span: object) -> str | None:
    """A duration: "14d"."""
    return None if span is None else f"{getattr(span, 'days')}d"  # noqa: B009


def label_fields(label: Label, entry: Entry) -> Fields:
    """What a label says that its entry does not say for it."""
    return kept(
        {
            "term": label.text,
            "valid_from": _text(label.valid_from),
            "until": _text(label.until),
            "grace": days(label.grace),
            "why": label.why,
            "match": match_fields(label.match, entry.preferred.match),
            "language": label.language if label.language != entry.language else None,
        }
    )


def match_fields(match: Match, over: Match = _NO_MATCH) -> Fields:
    """What a `match` says beside the one that it stands over."""
    written: dict[str, Data | None] = {
        key: value for key in ("case", "fuzzy", "pos") if (value := getattr(match, key)) != getattr(over, key)
    }
    if match.inflect != over.inflect:
        written["inflect"] = str(match.inflect).lower()
    written["not"] = many(tuple(each.phrase for each in match.exceptions[len(over.exceptions) :]))
    return kept(written)


def price_fields(price: Price, currency: str | None = None) -> Fields:
    """A price; `currency` is the default."""
    return kept(
        {
            "price": figures(price.amount),
            "currency": price.currency if price.currency != currency else None,
            "per": " per ".join(price.per),
            "region": many(price.region),
            "vat": price.vat,
            "min_quantity": figures(price.min_quantity),
            "valid_from": _text(price.valid_from),
            "valid_through": _text(price.valid_through),
        }
    )


def discount_fields(discount: Discount | None, currency: str | None = None) -> Fields:
    """What an offer takes off; `currency` is the default."""
    if discount is None:
        return {}
    if discount.percent is not None:
        return {"discount": f"{figures(discount.percent)}%"}
    key, amount = ("price", discount.price) if discount.amount_off is None else ("amount_off", discount.amount_off)
    return {
        key: money_text(
            amount or Decimal(0), discount.currency if discount.currency != currency else None, discount.per
        )
    }


def money_text(amount: Decimal, currency: str | None, per: tuple[str, ...]) -> str:
    """ "6.50 GBP per person"."""
    return " ".join([format(amount, "f"), *([currency] if currency else []), *(f"per {part}" for part in per)])


def sign_off_fields(sign: SignOff) -> Fields:
    """A team's agreement."""
    return kept({"team": sign.team, "by": sign.by, "on": _text(sign.on), "hash": sign.hash})


def _labels(entry: Entry) -> dict[str, Data | None]:
    found: dict[str, list[Data]] = {}
    for label in entry.labels[1:]:
        fields = label_fields(label, entry)
        found.setdefault(label.kind.value, []).append(label.text if len(fields) == 1 else fields)
    return {kind: labels[0] if len(labels) == 1 else labels for kind, labels in found.items()}


def _prices(entry: Entry, currency: str | None) -> Fields:
    """`price` where one price can be said in short, else `prices`."""
    prices = [price_fields(price, currency) for price in entry.prices]
    if len(prices) == 1 and prices[0].keys() <= {"price", "currency", "per"} and entry.type is not EntryType.OFFER:
        price = entry.prices[0]
        said = price.currency if price.currency != currency else None
        short = money_text(price.amount, said, price.per)
        if _reads(short, Money(price.amount, said, price.per)):
            return {"price": short}
    return {"prices": list(prices)} if prices else {}


def _reads(text: str, money: Money) -> bool:
    try:
        return parse_money(text) == money
    except ValueError:  # a unit with signs that only `per:` may hold
        return False


def _text(value: object) -> str | None:
    return None if value is None else str(value)
