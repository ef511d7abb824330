"""Records of money -> Prices and Discounts."""

from msglint.glossary.money import Money
from msglint.glossary.reading import Reading
from msglint.glossary.records import Record, Value
from msglint.model.glossary import Discount, EntryType, Price

_NO_CURRENCY = (
    "has no currency; write its ISO 4217 code after the amount (12.50 GBP), or once for all: defaults: {currency: GBP}"
)


def prices_of(record: Record, currency: str | None, reading: Reading) -> tuple[Price, ...]:
    """The prices of an entry's record: `price` (but an offer's), then `prices`. `currency` is the default."""
    prices = [_price(value.content, currency, reading) for value in record.all("prices")]
    short = record.value("price")
    if short is not None and short.content is not None and not _is_offer(record):
        prices.insert(0, _price(Record(short.node, {"price": short}), currency, reading))
    return tuple(price for price in prices if price is not None)


def _price(record: Record, default: str | None, reading: Reading) -> Price | None:
    written = record.value("price")
    if written is None or written.content is None:
        return None
    money: Money = written.content
    for key, said in (("currency", money.currency), ("per", money.per)):
        if key in record and said:
            reading.complain(written.node, key, "written twice, here after the amount and again as a key; keep one")
    currency = money.currency or record.get("currency") or default
    if currency is None:
        # A currency that is written but unknown has been noted already.
        if "currency" not in record:
            reading.complain(written.node, "price", _NO_CURRENCY)
        return None
    return Price(
        money.amount,
        currency,
        money.per or record.get("per") or (),
        reading.origin(record.node),
        region=record.texts("region"),
        vat=record.get("vat"),
        min_quantity=record.get("min_quantity"),
        valid_from=record.get("valid_from"),
        valid_through=record.get("valid_through"),
    )


def discount_of(record: Record, currency: str | None, reading: Reading) -> Discount | None:
    """What an offer takes off; None for an entry that takes nothing off. Noted where two keys say it."""
    written: dict[str, Value] = {
        key: value
        for key in ("discount", "amount_off", "price")
        if (value := record.value(key)) is not None and (key != "price" or _is_offer(record))
    }
    if not written:
        return None
    key, value = next(iter(written.items()))
    for other in list(written)[1:]:
        reading.complain(
            written[other].node, other, f"an offer says one of discount, amount_off and price; `{key}` is set"
        )
    if value.content is None:
        return None
    if key == "discount":
        return Discount(percent=value.content)
    money: Money = value.content
    if not (money.currency or currency):
        reading.complain(value.node, key, _NO_CURRENCY)
    price, off = (money.amount, None) if key == "price" else (None, money.amount)
    return Discount(amount_off=off, price=price, currency=money.currency or currency, per=money.per)


def _is_offer(record: Record) -> bool:
    return bool(record.get("type") == EntryType.OFFER)
