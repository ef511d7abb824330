"""What is told of the entries that answer to a name."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from msglint.digest.events import Event, events
from msglint.digest.lookup.index import CODE, Index
from msglint.digest.lookup.search import How, Match, search
from msglint.digest.lookup.why import why
from msglint.digest.naming import embargoed, key_of, names_on
from msglint.digest.sheet import NameLine, OfferLine, name_line, offer_line
from msglint.digest.state import State, called, state_of
from msglint.digest.view import View
from msglint.glossary.change import Act
from msglint.glossary.standing import is_retired, passes_later
from msglint.model.glossary import Entry, EntryType

_MOST_ANSWERS, _MOST_NEAR = 3, 4
_TOLD = frozenset((Act.RENAMED, Act.REPRICED, Act.STARTED, Act.RETIRED))  # an offer's end stands beside it


class Answer(Struct, frozen=True):
    """An entry that answers to the name.

    name    what it is called;  until  of what is over, its last day
    why     how it was found: "the old name until 28 February"; "" where it is called just so
    line    what there is to say of it;  offer  the same of an entry that is an offer
    offers  those that run on it;  coming  what is about to change, whenever that is
    exceptions  phrases that hold one of its names and are something else
    """

    name: str
    why: str
    state: State
    until: date | None
    line: NameLine
    offer: OfferLine | None
    offers: tuple[OfferLine, ...]
    coming: tuple[Event, ...]
    exceptions: tuple[str, ...]


class Near(Struct, frozen=True):
    """An entry that may be meant, and why."""

    id: str
    name: str
    state: State
    why: str


class Lookup(Struct, frozen=True):
    """What comes of asking. No answer, no name of ours; several where one former name became several."""

    asked: str
    as_of: date
    answers: tuple[Answer, ...]
    near: tuple[Near, ...]


def look_up(asked: str, index: Index, view: View) -> Lookup:
    """The answer to a name, for these readers. Where region or channel do not fit an entry, it is still told."""
    found = list(islice(_seen(asked, index, View(view.as_of, view.audience)), _MOST_ANSWERS + _MOST_NEAR))
    found = [one for one in found if not _passes_later(*one, index, view.as_of)] or found
    best = found[0][0] if found and found[0][0].how < How.SOME else None
    answers = [one for one in found[:_MOST_ANSWERS] if best and _as_good(one[0], best)]
    others = found[len(answers) : len(answers) + _MOST_NEAR]
    return Lookup(
        asked,
        view.as_of,
        tuple(_answer(match, entry, index, view) for match, entry in answers),
        tuple(_near(match, entry, index, view) for match, entry in others if _worth_telling(match, best)),
    )


def _seen(asked: str, index: Index, view: View) -> Iterator[tuple[Match, Entry]]:
    """What these readers may find: outside, no name under embargo and nothing proposed."""
    for match in search(asked, index):
        entry = index.entry(index.owners[match.handle])
        if view.inside or (view.agreed(entry) and _may_be_found(match, entry, index, view.as_of)):
            yield match, entry


def _may_be_found(match: Match, entry: Entry, index: Index, day: date) -> bool:
    if not embargoed(entry, day):
        return True
    number = index.labels[match.handle]
    return number != CODE and entry.labels[number].text in names_on(entry, day)


def _passes_later(match: Match, entry: Entry, index: Index, day: date) -> bool:
    number = index.labels[match.handle]
    return number != CODE and passes_later(entry, entry.labels[number], day)


def _as_good(match: Match, best: Match) -> bool:
    """Whether it answers to the name as well as the best does: one old name of two entries, one name used twice."""
    return match == best or (match.how is best.how and match.how <= How.FORM)


def _worth_telling(match: Match, best: Match | None) -> bool:
    return best is None or match.how < How.SOME


def _answer(match: Match, entry: Entry, index: Index, view: View) -> Answer:
    day, number = view.as_of, index.labels[match.handle]
    label = None if number == CODE else entry.labels[number]
    owner = index.owners[match.handle]
    item = index.entry(index.items[owner]) if owner in index.items else None
    running = [index.entry(each) for each in index.offers.get(owner, ())]
    state, line = state_of(entry, view), name_line(entry, view)
    return Answer(
        name=called(entry, view.as_of),
        why=why(match, entry, label, view),
        state=state,
        until=entry.valid_through if is_retired(entry, day) else None,
        line=line if state is not State.OVER else replace(line, prices=()),
        offer=offer_line(entry, item, view) if entry.type is EntryType.OFFER else None,
        offers=tuple(offer_line(one, entry, view) for one in running if view.agreed(one) and names_on(one, day)),
        coming=tuple(_coming([entry, *running], view)),
        exceptions=_exceptions(entry, view),
    )


def _coming(entries: list[Entry], view: View) -> Iterator[Event]:
    tomorrow = view.as_of + timedelta(days=1) if view.as_of < date.max else date.max
    for event in events(entries, tomorrow, date.max, view):
        if event.act in _TOLD:
            yield event


def _exceptions(entry: Entry, view: View) -> tuple[str, ...]:
    if not view.inside and embargoed(entry, view.as_of):
        return ()
    return tuple(dict.fromkeys(exception.phrase for label in entry.labels for exception in label.match.exceptions))


def _near(match: Match, entry: Entry, index: Index, view: View) -> Near:
    number = index.labels[match.handle]
    label = None if number == CODE else entry.labels[number]
    return Near(key_of(entry, view), called(entry, view.as_of), state_of(entry, view), why(match, entry, label, view))
