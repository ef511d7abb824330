"""What two versions of an entry say beside names and prices."""

from collections.abc import Iterator
from functools import partial

from msglint.agreement.plain import Data, Fields, listed
from msglint.exchange.merging.differences import Difference, replaced, with_inner, with_item, with_key
from msglint.exchange.written import discount_fields, fields_of, sign_off_fields
from msglint.model.glossary import Entry, EntryType, LabelKind

_MAPPINGS = ("scope", "match", "facts")
_DISCOUNT = ("discount", "amount_off", "price")
_ELSEWHERE = {"term", "id", "prices", "sign_off", *_MAPPINGS, *_DISCOUNT, *(kind.value for kind in LabelKind)}
_USUAL = {"type", "status", "language"}
"""Keys that every entry has a value of; where none is written of theirs, it says nothing."""


def field_differences(ours: Entry, theirs: Entry, stated: frozenset[str]) -> Iterator[Difference]:
    """`stated`: the keys that are written of theirs."""
    here, there = fields_of(ours), fields_of(theirs)
    for key in _USUAL & stated:
        here[key], there[key] = str(getattr(ours, key)), str(getattr(theirs, key))
    for key, value in there.items():
        if key in _ELSEWHERE or (key in _USUAL and key not in stated):
            continue
        if not _same(here.get(key), value):
            fills = not here.get(key) or (key == "type" and ours.type is EntryType.TERM)
            said = replaced(f"`{key}`", None if fills else here.get(key), value)
            yield Difference(said, fills, partial(with_key, key=key, value=value))
    for outer in _MAPPINGS:
        yield from _inner(outer, here.get(outer), there.get(outer))
    yield from _discounts(ours, theirs)
    yield from _sign_offs(ours, theirs)


def _inner(outer: str, ours: Data | None, theirs: Data | None) -> Iterator[Difference]:
    here = ours if isinstance(ours, dict) else {}
    for key, value in (theirs if isinstance(theirs, dict) else {}).items():
        if not _same(here.get(key), value):
            said = replaced(f"`{outer}.{key}`", here.get(key), value)
            yield Difference(said, key not in here, partial(with_inner, outer=outer, key=key, value=value))


def _discounts(ours: Entry, theirs: Entry) -> Iterator[Difference]:
    if theirs.discount is None or theirs.discount == ours.discount:
        return
    here, there = discount_fields(ours.discount), discount_fields(theirs.discount)
    ((key, value),) = there.items()
    said = replaced("what it takes off", dict(here), dict(there))
    yield Difference(said, not here, partial(_with_discount, key=key, value=value))


def _with_discount(fields: Fields, key: str, value: Data) -> Fields:
    return with_key({name: said for name, said in fields.items() if name not in _DISCOUNT}, key, value)


def _sign_offs(ours: Entry, theirs: Entry) -> Iterator[Difference]:
    here = [sign_off_fields(sign) for sign in ours.sign_off]
    teams = {sign.team.casefold(): sign_off_fields(sign) for sign in ours.sign_off}
    for sign in theirs.sign_off:
        fields = sign_off_fields(sign)
        if fields not in here:
            before = teams.get(sign.team.casefold())
            said = replaced("`sign_off`", before, fields)
            yield Difference(said, before is None, partial(with_item, key="sign_off", value=fields))


def _same(ours: Data | None, theirs: Data) -> bool:
    """Whether two values are one; the order of a list says nothing."""
    if isinstance(ours, list) or isinstance(theirs, list):
        return sorted(map(str, listed(ours))) == sorted(map(str, listed(theirs)))
    return ours == theirs
