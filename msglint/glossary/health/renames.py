"""Renames that lead on to other renames: chains (A → B → C) and loops (A → B → A)."""

from collections.abc import Iterable

from msglint.glossary.health import label_key
from msglint.model.glossary import Entry, Label, LabelKind, Status

Rename = tuple[Label, ...]
"""The labels of a rename, the oldest first."""

_Key = tuple[str, str]


class Renames:
    """The renames of some entries: each superseded label leads to the preferred label of its entry.

    A split (one superseded label on two entries) leads nowhere single, so nothing is followed through it.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        targets: dict[_Key, dict[_Key, Label]] = {}
        for entry in entries:
            if entry.status is Status.PROPOSED:  # no rename before it is agreed
                continue
            for label in entry.labels:
                # A label superseded by another spelling of itself is a spelling rule, no rename.
                if label.kind is LabelKind.SUPERSEDED and label_key(label) != label_key(entry.preferred):
                    targets.setdefault(label_key(label), {})[label_key(entry.preferred)] = entry.preferred
        self._next = {key: next(iter(found.values())) for key, found in targets.items() if len(found) == 1}
        self._middles = {label_key(label) for label in self._next.values()} & self._next.keys()
        self._told: set[_Key] = set()

    def is_middle(self, label: Label) -> bool:
        """Whether a rename leads to this label and on from it: that is told where the first of them stands."""
        return label.kind is LabelKind.SUPERSEDED and label_key(label) in self._middles

    def follow(self, label: Label) -> Rename:
        """The labels from this superseded one to where its renames end, or to where they come round to it again.

        Shorter than three where the rename is a single one, where it runs into a loop that it is no part of, or
        where its loop has been followed before.
        """
        if label.kind is not LabelKind.SUPERSEDED or label_key(label) in self._told:
            return ()
        path = [label]
        seen = {label_key(label)}
        while (target := self._next.get(label_key(path[-1]))) is not None:
            path.append(target)
            if label_key(target) == label_key(label):
                self._told |= seen
                return tuple(path)
            if label_key(target) in seen:
                return ()
            seen.add(label_key(target))
        return tuple(path)
