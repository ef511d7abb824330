"""Which entry of ours is the one that came in: by its id where one is written, else by its name."""

from collections import defaultdict

from msgspec import Struct

from msglint.exchange.incoming import Incoming
from msglint.exchange.merging.labels import folded
from msglint.model.glossary import Entry, Glossary, Label


class Pair(Struct, frozen=True):
    """An entry that came in, and ours; None where it is new here. `refused` says why it is neither."""

    theirs: Entry
    ours: Entry | None = None
    by_id: bool = False
    refused: str = ""


class Pairing:
    """Our names, and which of our entries have been met."""

    def __init__(self, ours: Glossary, incoming: Incoming) -> None:
        self._ours, self._incoming = ours, incoming
        self._labels: dict[str, list[tuple[Entry, Label]]] = defaultdict(list)
        self._met: dict[str, Entry] = {}
        for entry in ours.entries:
            for label in entry.labels:
                self._labels[folded(label.text)].append((entry, label))

    def pair(self, theirs: Entry) -> Pair:
        """Ours of an entry that came in."""
        if theirs.id in self._incoming.named and theirs.id in self._ours.ids:
            return self._met_once(Pair(theirs, self._ours.ids[theirs.id], by_id=True))
        having = self._labels.get(folded(theirs.preferred.text), [])
        current = {entry.id: entry for entry, label in having if label.kind.current}
        if len(current) > 1:
            ids = ", ".join(current)
            return Pair(
                theirs, refused=f"“{theirs.preferred.text}” is a name of several entries here: write an Id: {ids}"
            )
        if current:
            return self._met_once(Pair(theirs, next(iter(current.values()))))
        if having:
            entry, label = having[0]
            return Pair(theirs, refused=_belongs(label, entry))
        if theirs.id in self._ours.ids:
            other = self._ours.ids[theirs.id]
            return Pair(
                theirs,
                refused=f"its id would be “{theirs.id}”, that of “{other.preferred.text}” here: write another Id",
            )
        return Pair(theirs)

    def taken(self, label: Label, ours: Entry | None) -> str:
        """Why a label cannot be one of this entry of ours, or of a new one: it is another's here; "" where it can.

        Two entries may have had one former name: that is a split.
        """
        for entry, known in self._labels.get(folded(label.text), ()):
            if (ours is None or entry.id != ours.id) and (label.kind.current or known.kind.current):
                return _belongs(known, entry)
        return ""

    def _met_once(self, pair: Pair) -> Pair:
        ours = pair.ours
        if ours is None:
            return pair
        first = self._met.setdefault(ours.id, pair.theirs)
        if first is pair.theirs:
            return pair
        place = self._incoming.stands(first)
        return Pair(
            pair.theirs, refused=f"it is “{ours.preferred.text}” here, and so is “{first.preferred.text}” ({place})"
        )


def _belongs(label: Label, entry: Entry) -> str:
    kind = {"preferred": "the name", "admitted": "an admitted name", "superseded": "a former name"}.get(
        label.kind.value, f"a {label.kind.value} name"
    )
    return f"“{label.text}” is {kind} of “{entry.preferred.text}” here ({entry.origin.path}, line {entry.origin.line})"
