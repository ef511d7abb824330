"""What the glossary itself says happened or will happen on which day: renames, prices, offers, signatures, reviews."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from msglint.digest.naming import embargoed, key_of, names_on
from msglint.digest.view import View
from msglint.glossary import in_words
from msglint.glossary.change import Act
from msglint.glossary.differences.entries import signed_for
from msglint.glossary.differences.prices import replaced_by, series, where
from msglint.glossary.standing import stale_from
from msglint.model.glossary import Entry, EntryType, LabelKind, Price

_PUBLIC = frozenset((Act.RENAMED, Act.REPRICED, Act.STARTED, Act.ENDED, Act.RETIRED))
_DAY = timedelta(days=1)


class Event(Struct, frozen=True):
    """Something that happens to an entry on a day.

    entry  its id;  name  what it is called then
    said   a sentence in the present, right before and after the day: "“A” becomes “B”"
    why    the glossary's own reason, for our own people
    """

    day: date
    act: Act
    entry: str
    name: str
    said: str
    why: str | None = None
    owner: str | None = None


def events(entries: Iterable[Entry], first: date, last: date, view: View) -> tuple[Event, ...]:
    """What happens from `first` to `last` (inclusive), as these readers may know it, in the order of the days.

    Readers outside learn of renames, prices and offers once they hold, and of what is to come only which offers end.
    """
    found = [
        _event(entry, happening, view)
        for entry in entries
        if view.agreed(entry) and (view.inside or not _unheard_of(entry, view.as_of))
        for happening in _happenings(entry, view)
        if first <= happening.day <= last and (view.inside or _is_public(happening, view.as_of))
    ]
    return tuple(sorted(found, key=lambda event: event.day))


class _Happening(NamedTuple):
    """An event before it is told to somebody; in `said`, _NAME stands for what the entry is called then."""

    day: date
    act: Act
    said: str
    why: str | None = None


_NAME = "\0"


def _unheard_of(entry: Entry, day: date) -> bool:
    """Whether nobody outside may know on that day that there is, or will be, such a thing."""
    return embargoed(entry, day) and not names_on(entry, day)


def _is_public(happening: _Happening, today: date) -> bool:
    return happening.act in _PUBLIC and (happening.day <= today or happening.act is Act.ENDED)


def _event(entry: Entry, happening: _Happening, view: View) -> Event:
    day, act, said, why = happening
    name = in_words.joined(names_on(entry, day), "or") or entry.preferred.text
    told = Event(day, act, key_of(entry, view), name, said.replace(_NAME, f"“{name}”"))
    return replace(told, why=why, owner=entry.owner) if view.inside else told


def _happenings(entry: Entry, view: View) -> Iterator[_Happening]:
    """All there ever is to tell of an entry."""
    renamed = set()
    for day, old, why in _renames(entry):
        renamed.add(day)
        verb = "becomes" if len(old) == 1 else "become"
        yield _Happening(day, Act.RENAMED, f"{in_words.quoted(old)} {verb} {_NAME}", why)
    if entry.valid_from is not None and entry.valid_from not in renamed:
        yield _Happening(entry.valid_from, Act.STARTED, _started(entry))
    if entry.valid_through is not None:
        act = Act.ENDED if entry.type is EntryType.OFFER else Act.RETIRED
        code = f" (code {entry.code})" if entry.code else ""
        yield _Happening(entry.valid_through, act, f"last day of {_NAME}{code}")
    for day, said in _prices(entry, view):
        yield _Happening(day, Act.REPRICED, said)
    yield from _agreed(entry)


def _agreed(entry: Entry) -> Iterator[_Happening]:
    for sign in entry.sign_off:
        if sign.on is not None:
            yield _Happening(sign.on, Act.SIGNED, f"{_NAME} is signed {signed_for(sign)}")
    if entry.reviewed is not None:
        yield _Happening(entry.reviewed, Act.REVIEWED, f"{_NAME} is reviewed")
        if entry.review_every is not None:
            yield _Happening(entry.reviewed + entry.review_every, Act.REVIEWED, f"review of {_NAME} falls due")


def _renames(entry: Entry) -> Iterator[tuple[date, list[str], str | None]]:
    """Day by day, the former names that give way to the entry's own, and why."""
    by_day: dict[date, list[str]] = defaultdict(list)
    why: dict[date, str | None] = {}
    former = [label for label in entry.labels if label.kind is LabelKind.SUPERSEDED]
    last = max((label.until for label in former if label.until), default=None)
    for label in former:
        day = stale_from(entry, label)
        if day is not None:
            if label.until == last:  # before the entry's own day its latest former name is right
                day = max(day, entry.valid_from or day)
            by_day[day].append(label.text)
            why[day] = why.get(day) or label.why
    for day, old in by_day.items():
        yield day, old, why[day]


def _started(entry: Entry) -> str:
    if entry.type is not EntryType.OFFER:
        return f"{_NAME} is new"
    until = f"until {in_words.day(entry.valid_through)}" if entry.valid_through else ""
    code = f"code {entry.code}" if entry.code else ""
    told = ", ".join(filter(None, (in_words.discount(entry.discount), code, until)))
    return f"{_NAME} starts: {told}" if told else f"{_NAME} starts"


def _prices(entry: Entry, view: View) -> Iterator[tuple[date, str]]:
    by_series: dict[object, list[Price]] = defaultdict(list)
    for price in entry.prices:
        if view.admits_price(price):
            by_series[series(price)].append(price)
    for whole in by_series.values():
        for price in whole:
            if price.valid_from is not None:
                ended = replaced_by(price, whole)
                instead = f" instead of {in_words.money(ended.amount, ended.currency)}" if ended else ""
                yield price.valid_from, f"{_NAME} costs {in_words.price(price)}{where(price)}{instead}"
            if _ends(price, whole, entry):
                yield price.valid_through or date.max, f"last day of {in_words.price(price)}{where(price)} for {_NAME}"


def _ends(price: Price, whole: Iterable[Price], entry: Entry) -> bool:
    """Whether it ends and nothing of its series follows, while the entry goes on."""
    last = price.valid_through
    if last is None or last == entry.valid_through:
        return False
    return not any(later.valid_from == last + _DAY for later in whole)
