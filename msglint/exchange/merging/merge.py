"""The verb: what is new is added; what differs is shown, or taken where that was asked for. Nothing is taken away."""

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct, field
from msgspec.structs import replace

from msglint.agreement.draft import Draft
from msglint.agreement.outcome import Outcome
from msglint.agreement.plain import Fields
from msglint.exchange.incoming import Incoming
from msglint.exchange.merging.differences import Difference
from msglint.exchange.merging.fields import field_differences
from msglint.exchange.merging.labels import folded, label_differences
from msglint.exchange.merging.pairing import Pair, Pairing
from msglint.exchange.merging.prices import price_differences
from msglint.exchange.written import fields_of
from msglint.glossary.entries import Defaults
from msglint.glossary.slugs import slug
from msglint.model.glossary import Entry
from msglint.text.counting import counted, entries_counted


class OnConflict(StrEnum):
    SHOW = "show"
    OURS = "ours"
    THEIRS = "theirs"


def merge(draft: Draft, incoming: Incoming, on_conflict: OnConflict, conflicts: list[str]) -> Outcome:
    """Merge what came in, and note the `conflicts` that are still open, in words, each with its place."""
    merging = _Merging(draft, incoming, on_conflict, conflicts)
    merging.run()
    return Outcome(merging.done(), (*merging.added, *merging.changed), incoming.warnings)


class _Merging(Struct):
    """One merge; `settled` counts the conflicts that needed no more asking."""

    draft: Draft
    incoming: Incoming
    on_conflict: OnConflict
    conflicts: list[str]
    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    settled: int = 0

    def run(self) -> None:
        pairing = Pairing(self.draft.glossary, self.incoming)
        defaults = defaults_of(self.draft)
        for theirs in self.incoming.glossary.entries:
            pair = pairing.pair(theirs)
            if pair.refused:
                self._open(theirs, pair.refused, "")
            elif pair.ours is None:
                self._add(theirs, pairing, defaults)
            else:
                self._merge(pair, pair.ours, pairing, defaults)

    def done(self) -> str:
        return f"{entries_counted(len(self.added))} added, {len(self.changed)} changed, {self._settled()}"

    def _settled(self) -> str:
        left = counted(len(self.conflicts), "conflict")
        if not self.settled:
            return left
        whose = "kept as they are here" if self.on_conflict is OnConflict.OURS else "taken from the file"
        return f"{left} left, {self.settled} {whose}"

    def _open(self, theirs: Entry, said: str, cure: str) -> None:
        if self.on_conflict is OnConflict.OURS:
            self.settled += 1
            return
        name = theirs.preferred.text
        self.conflicts.append(f"{self.incoming.stands(theirs)}: “{name}”: {said}{f'; {cure}' if cure else ''}")

    def _add(self, theirs: Entry, pairing: Pairing, defaults: Defaults) -> None:
        refused = {label.text: why for label in theirs.labels[1:] if (why := pairing.taken(label, None))}
        for why in refused.values():
            self._open(theirs, why, "it was not added")
        if refused and self.on_conflict is not OnConflict.OURS:
            return
        fields = new_fields(self.incoming, theirs, defaults, frozenset(refused))
        self.draft.add(fields)
        self.added.append(theirs.id)

    def _merge(self, pair: Pair, ours: Entry, pairing: Pairing, defaults: Defaults) -> None:
        before = fields = self.draft.fields(ours)
        for difference in self._differences(pair, ours, pairing, defaults):
            if difference.take is not None and (difference.fills or self.on_conflict is OnConflict.THEIRS):
                fields = difference.take(fields)
                self.settled += not difference.fills
            else:
                self._open(pair.theirs, difference.said, difference.cure)
        if fields != before:
            self.draft.put(ours, fields)
            self.changed.append(ours.id)

    def _differences(self, pair: Pair, ours: Entry, pairing: Pairing, defaults: Defaults) -> Iterator[Difference]:
        theirs = pair.theirs
        mine = {folded(label.text) for label in ours.labels}
        new = [label for label in theirs.labels if folded(label.text) not in mine]
        others = {label.text: why for label in new if (why := pairing.taken(label, ours))}
        yield from (Difference(why) for why in others.values())
        kept = [label for label in theirs.labels if label.text not in others or label is theirs.preferred]
        by_id = pair.by_id and theirs.preferred.text not in others
        yield from label_differences(ours, replace(theirs, labels=tuple(kept)), by_id)
        yield from field_differences(ours, theirs, self.incoming.stated[theirs.id])
        yield from price_differences(ours, theirs, defaults.currency)


def new_fields(incoming: Incoming, theirs: Entry, defaults: Defaults, without: frozenset[str] = frozenset()) -> Fields:
    """What is written of a new entry, without some of its labels; an id only where its name does not make it."""
    entry = replace(theirs, labels=tuple(label for label in theirs.labels if label.text not in without))
    fields = fields_of(entry, defaults)
    if theirs.id == (slug(theirs.preferred.text) or theirs.preferred.text):
        fields.pop("id")
    if theirs.id in incoming.shouted and "match" not in fields:
        fields["match"] = {"case": "any"}
    return fields


def defaults_of(draft: Draft) -> Defaults:
    """What holds for entries of the main file that do not say otherwise."""
    around = draft.sheet(draft.glossary.files[0]).around
    written = around.get("defaults") if isinstance(around, dict) else None
    owner = written.get("owner") if isinstance(written, dict) else None
    return Defaults(draft.glossary.language, draft.glossary.currency, str(owner) if isinstance(owner, str) else None)
