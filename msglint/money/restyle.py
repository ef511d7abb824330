"""A decided price in the style of the amount that is written: decimal mark, currency style and words are kept."""

from decimal import Decimal

from msglint.model.glossary import Price
from msglint.money.amount import Amount
from msglint.money.numbers import style_of, write_figures, write_words
from msglint.money.tables import currencies, decimal_comma
from msglint.text.normalise import fold


def restyled(text: str, amount: Amount, price: Decimal, currency: str, language: str | None = None) -> str | None:
    """What replaces the amount's figure (text[amount.figure]); None where its style has no way to say the price."""
    start, end = amount.number
    written = text[start:end]
    lead, trail = text[amount.figure[0] : start], text[end : amount.figure[1]]
    comma = decimal_comma(language) or style_of(written).decimal == ","
    if _is_minor(trail):
        return None if price >= 1 else _with_figures(lead, written, price * 100, trail, comma)
    if not amount.may_be_in(currency):
        exchanged = _exchange(lead, currency), _exchange(trail, currency)
        if exchanged[0] is None or exchanged[1] is None:
            return None
        lead, trail = exchanged[0], exchanged[1]
    if not any(character.isdigit() for character in written):
        return _in_words(lead, written, price, trail)
    word, _, cents = trail.rpartition(" ")
    if cents.isdigit() and word.strip():
        whole, part = divmod(price, 1)
        return lead + write_figures(whole, written, comma) + word + (f" {int(part * 100):02}" if part else "")
    return _with_figures(lead, written, price, trail, comma)


def _with_figures(lead: str, written: str, price: Decimal, trail: str, comma: bool) -> str:
    return lead + write_figures(price, written, comma) + trail


def _is_minor(trail: str) -> bool:
    return bool(trail.strip()) and trail.strip().casefold() in currencies(()).minor


def _in_words(lead: str, written: str, price: Decimal, trail: str) -> str | None:
    """ "six pounds twenty" has its hundredths behind the currency, "six twenty" within the number."""
    if price >= 1_000_000:
        return None
    whole, cents = write_words(price, written)
    currency = " ".join(word for word in trail.split() if fold(word.strip("-")) in currencies(()).words)
    if not currency:
        return " ".join(filter(None, (lead + whole, cents)))
    gap = trail[: len(trail) - len(trail.lstrip())]
    return lead + whole + gap + currency + (f" {cents}" if cents else "")


_PLURALS = {"GBP": "pounds", "USD": "dollars", "EUR": "euros"}


def _exchange(part: str, currency: str) -> str | None:
    """The sign, code or word of another currency with those spaces; None where it has no such sign."""
    stripped = part.strip()
    if not stripped:
        return part
    table = currencies((currency,))
    if len(stripped) == 3 and stripped.isupper() and stripped.isalpha():
        return part.replace(stripped, currency)
    if fold(stripped) in table.words:
        word = _PLURALS.get(currency)
        return part.replace(stripped, word) if word else None
    signs = [sign for sign, codes in table.signs.items() if codes[0] == currency and sign != currency]
    signs.sort(key=lambda sign: (len(sign), sign.isascii() and sign.isalpha()))
    return part.replace(stripped, signs[0] if signs else f"{currency} ")


def unit_words(text: str, amount: Amount, price: Price) -> str | None:
    """The decided unit in the style of the written one: "/user/mo", " a day", " per person"."""
    if amount.unit is None:
        return None
    written = text[amount.unit[0] : amount.unit[1]]
    if not price.per:
        return ""
    if "/" in written:
        return "".join(f"/{part}" for part in price.per)
    article = written.strip(" ,(").split()[0].lower() if written.strip(" ,(") else "per"
    if article in ("a", "an") and len(price.per) == 1:
        return f" {'an' if price.per[0][0] in 'aeiou' or price.per[0] == 'hour' else 'a'} {price.per[0]}"
    return "".join(f" per {part}" for part in price.per)
