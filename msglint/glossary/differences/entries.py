"""Two versions of one entry -> what changed, field by field, in words."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from enum import StrEnum

from msglint.glossary import in_words
from msglint.glossary.change import Act, Change
from msglint.glossary.differences.names import name_changes
from msglint.glossary.differences.prices import price_changes
from msglint.model.glossary import Entry, SignOff


def differences(before: Entry, after: Entry) -> tuple[Change, ...]:
    """Everything in which two versions of an entry differ; () where they mean the same.

    Names and prices first, then the other fields as the glossary's keys name them, sign-offs and reviews last.
    """
    return tuple(
        change
        for part in (name_changes, price_changes, _field_changes, _fact_changes, _signed_changes, _review_changes)
        for change in part(before, after)
    )


_Say = Callable[[Entry], object]
_FIELDS: dict[str, tuple[str, Act, _Say]] = {
    "type": ("kind", Act.CHANGED, lambda entry: entry.type),
    "status": ("status", Act.CHANGED, lambda entry: entry.status),
    "language": ("language", Act.CHANGED, lambda entry: entry.language),
    "valid_from": ("first day", Act.STARTED, lambda entry: entry.valid_from),
    "valid_through": ("last day", Act.ENDED, lambda entry: entry.valid_through),
    "first_use": ("form at the first mention", Act.CHANGED, lambda entry: entry.first_use),
    "scope.audience": ("audience", Act.CHANGED, lambda entry: entry.scope.audience),
    "scope.channel": ("channel", Act.CHANGED, lambda entry: entry.scope.channel),
    "scope.region": ("region", Act.CHANGED, lambda entry: entry.scope.region),
    "definition": ("definition", Act.REDEFINED, lambda entry: entry.definition),
    "item": ("item", Act.CHANGED, lambda entry: entry.item),
    "discount": ("discount", Act.REPRICED, lambda entry: in_words.discount(entry.discount)),
    "code": ("code", Act.CHANGED, lambda entry: entry.code),
    "require_near": ("words required near the name", Act.CHANGED, lambda entry: entry.require_near),
    "require_near_price": ("words required near the price", Act.CHANGED, lambda entry: entry.require_near_price),
    "crm_field": ("CRM field", Act.CHANGED, lambda entry: entry.crm_field),
    "owner": ("owner", Act.CHANGED, lambda entry: entry.owner),
    "review_every": ("reviewed every", Act.CHANGED, lambda entry: entry.review_every),
    "note": ("note", Act.CHANGED, lambda entry: entry.note),
}
"""Key -> what it is in words, the act of changing it, its value."""

_BY_STATUS = {"proposed": Act.PROPOSED, "approved": Act.APPROVED, "retired": Act.RETIRED}


def _field_changes(before: Entry, after: Entry) -> Iterator[Change]:
    for key, (name, act, value_of) in _FIELDS.items():
        old, new = value_of(before), value_of(after)
        if old != new:
            act = _BY_STATUS[str(new)] if key == "status" else act
            yield Change(act, key, _replaced(name, _worded(old), _worded(new)), new if isinstance(new, date) else None)


def _fact_changes(before: Entry, after: Entry) -> Iterator[Change]:
    old = {fact.name: fact.text for fact in before.facts}
    new = {fact.name: fact.text for fact in after.facts}
    for name in dict.fromkeys((*old, *new)):
        if old.get(name) != new.get(name):
            yield Change(Act.REDEFINED, "facts", _replaced(f"fact “{name}”", old.get(name, ""), new.get(name, "")))


def _signed_changes(before: Entry, after: Entry) -> Iterator[Change]:
    old, new = [[_signature(sign) for sign in entry.sign_off] for entry in (before, after)]
    for sign, signature in zip(after.sign_off, new, strict=True):
        if signature not in old:
            on = f" on {in_words.day(sign.on)}" if sign.on else ""
            yield Change(Act.SIGNED, "sign_off", f"signed {signed_for(sign)}{on}", sign.on)
    again = {sign.team for sign in after.sign_off}
    for sign in before.sign_off:
        if sign.team not in again:
            yield Change(Act.SIGNED, "sign_off", f"no longer signed {signed_for(sign)}")
    teams = in_words.joined(before.required_sign_off), in_words.joined(after.required_sign_off)
    if teams[0] != teams[1]:
        yield Change(Act.CHANGED, "sign_off", _replaced("to be signed by", *teams))


def signed_for(sign: SignOff) -> str:
    """ "by lucy for marketing"."""
    return f"by {sign.by} for {sign.team}" if sign.by else f"for {sign.team}"


def _signature(sign: SignOff) -> tuple[object, ...]:
    return sign.team, sign.by, sign.on, sign.hash


def _review_changes(before: Entry, after: Entry) -> Iterator[Change]:
    if (before.reviewed, before.reviewed_by) != (after.reviewed, after.reviewed_by):
        by = f" by {after.reviewed_by}" if after.reviewed_by else ""
        said = f"reviewed on {in_words.day(after.reviewed)}{by}" if after.reviewed else "no longer marked as reviewed"
        yield Change(Act.REVIEWED, "reviewed", said, after.reviewed)


def _replaced(name: str, old: str, new: str) -> str:
    if not old:
        return f"{name}: “{new}” added"
    return f"{name}: “{old}” → “{new}”" if new else f"{name}: “{old}” removed"


def _worded(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return in_words.day(value)
    if isinstance(value, timedelta):
        return in_words.duration(value)
    if isinstance(value, tuple):
        return in_words.joined([str(part) for part in value])
    return value.value if isinstance(value, StrEnum) else str(value)
