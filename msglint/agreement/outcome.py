"""What a verb did, for people."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from msglint.glossary.consent import owing
from msglint.glossary.in_words import joined
from msglint.model.glossary import Entry
from msglint.writing import Replacement

_MOST_NAMED = 3


class Outcome(Struct, frozen=True):
    """What was done, as a sentence without its full stop.

    entries       the ids of those it was done to
    warnings      what to look at again
    beside        files to write together with the glossary's own
    asks_to_sign  whether it is time to say who must sign
    decides       whether it was decided anew what an entry says, so that it may contradict others now
    """

    done: str
    entries: tuple[str, ...]
    warnings: tuple[str, ...] = ()
    beside: tuple[Replacement, ...] = ()
    asks_to_sign: bool = True
    decides: bool = True


def who_signs(entries: Sequence[Entry], as_of: date) -> str | None:
    """Who must sign these entries (again), and how; None where nobody must."""
    teams = list(dict.fromkeys(each.team for entry in entries for each in owing(entry, as_of)))
    if not teams:
        return None
    few = entries if len(entries) <= _MOST_NAMED else ()
    names = "".join(f"{quoted(entry.preferred.text)} " for entry in few)
    return f"{joined(teams)} must sign: `msglint sign {names}--as {quoted(teams[0])} --by NAME`"


def quoted(name: str) -> str:
    """A name as an argument of a command."""
    return f'"{name}"' if " " in name or not name.isprintable() else name
