"""Texts that give away what their readers may not know: a definition that names a product still under embargo."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from msglint.digest.lookup.index import folded
from msglint.digest.naming import also_on, embargoed, names_on
from msglint.digest.view import View
from msglint.glossary.scopes import may_hear
from msglint.model.glossary import Entry, Fact, Glossary, LabelKind, Status

_OURS = (LabelKind.PREFERRED, LabelKind.ADMITTED)


class Withheld(Struct, frozen=True):
    """A text of an entry that is left out, since it names something."""

    entry: Entry
    named: str


def discreet(glossary: Glossary, view: View) -> tuple[Glossary, tuple[Withheld, ...]]:
    """The glossary without texts that name what these readers may not know, and what was left out.

    Such are names under embargo, proposals, and entries meant for others; one of a single word counts only as written.
    What the two teams call people and stages among themselves gives nothing away.
    """
    secrets = {} if view.inside else _secrets(glossary.entries, view)
    if not secrets:
        return glossary, ()
    withheld: list[Withheld] = []
    entries = tuple(_without(entry, secrets, withheld) if view.agreed(entry) else entry for entry in glossary.entries)
    kept = replace(glossary, entries=entries)
    return kept, tuple(each for each in withheld if names_on(each.entry, view.as_of))


def _secrets(entries: Sequence[Entry], view: View) -> dict[tuple[str, ...], str]:
    """Names that may not be told, by their folded words."""
    day = view.as_of
    told = {
        tuple(folded(name))
        for entry in entries
        if view.agreed(entry)
        for name in (*names_on(entry, day), *also_on(entry, day))
    }
    found = {
        tuple(folded(label.text)): label.text
        for entry in entries
        if embargoed(entry, day) or entry.status is Status.PROPOSED or _is_for_others(entry, view)
        for label in entry.labels
        if label.kind in _OURS
    }
    return {words: name for words, name in found.items() if words and words not in told}


def _is_for_others(entry: Entry, view: View) -> bool:
    return bool(entry.scope.audience and view.audience and not may_hear(entry.scope.audience, view.audience))


def _without(entry: Entry, secrets: Mapping[tuple[str, ...], str], withheld: list[Withheld]) -> Entry:
    def tells(text: str | None) -> bool:
        named = next(_named(text or "", secrets), None)
        if named is not None:
            withheld.append(Withheld(entry, named))
        return named is not None

    def fine(texts: Iterable[str]) -> tuple[str, ...]:
        return tuple(text for text in texts if not tells(text))

    facts: tuple[Fact, ...] = tuple(fact for fact in entry.facts if not tells(f"{fact.name}: {fact.text}"))
    return replace(
        entry,
        definition=None if tells(entry.definition) else entry.definition,
        first_use=None if tells(entry.first_use) else entry.first_use,
        facts=facts,
        require_near=fine(entry.require_near),
        require_near_price=fine(entry.require_near_price),
    )


def _named(text: str, secrets: Mapping[tuple[str, ...], str]) -> Iterator[str]:
    words = folded(text) if text else []
    for length in {len(secret) for secret in secrets} if words else ():
        for at in range(len(words) - length + 1):
            name = secrets.get(tuple(words[at : at + length]))
            if name is not None and (length > 1 or name in text):
                yield name
