"""Whether an amount is plainly told as a product's price: "Spa Day: £40", "a Spa Day is just £40", "£40 for a Spa Day".

An amount that the product never cost is weak evidence: half of what stands beside a product's name in advertising is
the price of something else (rules catalogue, "Binding a price to a product"). So it counts only where nothing but words
that lead up to a price stand between, or where it has the product's own unit and its clause no subject of its own.
"""

import re

from msglint.lazy_pattern import lazy_pattern
from msglint.model.judgement import Mention
from msglint.money.amount import Amount
from msglint.money.subjects import content, own_subject
from msglint.money.units import agree
from msglint.text.sentences import sentence_at

_GIVES = lazy_pattern(
    r"\b(?:gets?|got|gives?|gave|brings?|brought|makes?|made|needs?|wants?|saves?|spends?|spent|earns?|wins?|takes?|asks?)"
    r"(?: (?:you|us|me|them|it|back|about|around|only|just|another|up to|the|an?))*\s*\Z",
    re.IGNORECASE,
)
_GOES_ON = lazy_pattern(
    r"\)? (?:is|are|was|were|will|has|have|had|goes|went|towards?|into|on (?!(?:monday|request|its|weekdays))"
    r"|in (?!(?:total|advance|all\b)))",
    re.IGNORECASE,
)
_SALES_POINT = lazy_pattern(
    r" (?:at|from|on|in) (?:the|our|your|any) (?:front |ticket |box )?"
    r"(?:desk|door|reception|counter|bar|till|gate|office|shop|site|app|website)\b",
    re.IGNORECASE,
)
_COLUMN = lazy_pattern(
    r"\b(?:prices?|costs?|fees?|rates?|tariffs?|charges?|from|prix|preis|precio|prezzo|prijs|per|now|today)\b|/", re.I
)


def told_plainly(text: str, amount: Amount, name: Mention) -> bool:
    """Whether `text` says no more of the amount than that it is what `name`, in the same text, costs."""
    start, _ = sentence_at(text, amount.figure[0])
    if name.end > amount.figure[0]:
        return bool(amount.per) or not content(text[start : amount.figure[0]])
    if name.end < start:
        return True  # what its own sentence says is weighed where it is bound
    gap = _SALES_POINT.sub(" ", text[name.end : amount.figure[0]])
    if _GIVES.search(gap) or _GOES_ON.match(text, amount.phrase[1]):
        return False
    return not content(gap) or (_has_its_unit(amount, name) and not own_subject(text, amount))


def _has_its_unit(amount: Amount, name: Mention) -> bool:
    prices = name.entry.prices if name.entry else ()
    return bool(amount.per) and any(price.per and agree(amount.per, price.per) for price in prices)


def plain_column(header: str) -> bool:
    """Whether a column's header leaves it to its rows to say what is paid for: "Fee", "£ per head", "Monthly"."""
    return not content(header) or bool(_COLUMN.search(header))
