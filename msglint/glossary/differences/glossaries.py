"""Two versions of a glossary -> what changed, entry by entry."""

from collections.abc import Mapping

from msgspec import Struct

from msglint.glossary import in_words
from msglint.glossary.change import Act, Change
from msglint.glossary.differences.entries import differences
from msglint.model.glossary import Entry, Glossary, Status


class Changed(Struct, frozen=True):
    """An entry that is not what it was: as it is now, or as it was where it is gone."""

    entry: Entry
    changes: tuple[Change, ...]


def compared(before: Glossary, after: Glossary) -> tuple[Changed, ...]:
    """Entries that came, went or changed, in the order of the glossary as it is now; those gone last.

    They are known by their ids; a new one that gives up the name of one that is gone is that one, renamed by hand.
    """
    old = {entry.id: entry for entry in before.entries}
    now = {entry.id for entry in after.entries}
    lost = {entry.preferred.text: entry for entry in before.entries if entry.id not in now}
    found = []
    for entry in after.entries:
        version = old.get(entry.id) or _renamed(entry, lost)
        if version is not None:
            lost.pop(version.preferred.text, None)
        found.append(Changed(entry, _of(version, entry)))
    found += [Changed(entry, (Change(Act.REMOVED, "term", "removed"),)) for entry in lost.values()]
    return tuple(changed for changed in found if changed.changes)


def _renamed(entry: Entry, lost: Mapping[str, Entry]) -> Entry | None:
    """The entry that is gone whose name is a former one of this."""
    return next((lost[label.text] for label in entry.labels if not label.kind.current and label.text in lost), None)


def _of(before: Entry | None, after: Entry) -> tuple[Change, ...]:
    if before is not None:
        return differences(before, after)
    proposed = after.status is Status.PROPOSED
    return (Change(Act.PROPOSED if proposed else Act.ADDED, "term", _introduced(after, proposed)),)


def _introduced(entry: Entry, proposed: bool) -> str:
    """ "added: costs £12.50 per person; 20% off"."""
    said = [f"costs {in_words.price(price)}" for price in entry.prices if price.valid_through is None]
    said += filter(None, (in_words.discount(entry.discount), f"code {entry.code}" if entry.code else ""))
    about = f": {'; '.join(said)}" if said else ""
    return f"{'proposed' if proposed else 'added'} as {_article(entry)}{about}"


def _article(entry: Entry) -> str:
    kind = "SLA" if entry.type == "sla" else entry.type.value
    return f"an {kind}" if kind[0] in "aeioS" else f"a {kind}"
