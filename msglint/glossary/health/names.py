"""Names that contradict each other: one label on two entries, a label both right and stale, renames that go on."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from msglint.glossary.health import Trouble, label_key, where
from msglint.glossary.health.renames import Rename, Renames
from msglint.glossary.standing import is_retired, stale_from
from msglint.model.glossary import Entry, Glossary, Label, Status

_Key = tuple[str, str]
_Named = tuple[Entry, Label]
_MOST_STEPS = 6
"""Names of a chain that a message shows."""


def name_troubles(glossary: Glossary, as_of: date) -> Iterator[Trouble]:
    """Everything that is wrong among the labels of a glossary, each label's trouble told once."""
    current: dict[_Key, list[_Named]] = defaultdict(list)
    stale: list[_Named] = []
    entries = _sharing(glossary.entries)
    for entry in entries:
        for label in entry.labels:
            if label.kind.current:
                current[label_key(label)].append((entry, label))
            else:
                stale.append((entry, label))
    for named in current.values():
        yield from _on_two_entries(named)
    renames = Renames(entries)
    for entry, label in stale:
        rename = renames.follow(label)
        if len(rename) > 2:
            yield _renamed_on(entry, label, rename)
        elif not renames.is_middle(label):
            yield from _both(entry, label, current.get(label_key(label), []), as_of)


def _sharing(entries: Sequence[Entry]) -> list[Entry]:
    """The entries that may have a label twice or share one: no others' names contradict anything."""
    often = Counter([label.text.casefold() for entry in entries for label in entry.labels])
    if len(often) == often.total():
        return []
    return [entry for entry in entries if any(often[label.text.casefold()] > 1 for label in entry.labels)]


def _on_two_entries(named: list[_Named]) -> Iterator[Trouble]:
    # Told of a proposal rather than of what was decided: a proposal never fails a run.
    (first_entry, first), *others = sorted(named, key=lambda one: one[0].status is Status.PROPOSED)
    for entry, label in others:
        if entry is not first_entry:
            place = where(first.origin, label.origin)
            problem = (
                f"“{label.text}” is a name of two entries, “{first_entry.preferred.text}” ({place}) and "
                f"“{entry.preferred.text}”; keep it on one"
            )
            yield Trouble(label.origin, label.text, problem, f"two entries {label.text} {first_entry.id}", entry)


def _both(entry: Entry, label: Label, named: list[_Named], as_of: date) -> Iterator[Trouble]:
    for other, right in named:
        # Within an entry, another case is a spelling rule. A name that is over elsewhere may be superseded here.
        if right.text != label.text if other is entry else _is_over(other, stale_from(entry, label), as_of):
            continue
        if other.status is Status.PROPOSED and entry.status is not Status.PROPOSED:  # as above
            entry, label, other, right = other, right, entry, label
        home = "the same entry" if other is entry else f"“{other.preferred.text}”"
        problem = (
            f"“{label.text}” is {label.kind.value} here and {right.kind.value} on {home} "
            f"({where(right.origin, label.origin)}); decide which holds"
        )
        yield Trouble(label.origin, label.text, problem, f"both {label.text} {other.id}", entry)
        return


def _is_over(entry: Entry, since: date | None, as_of: date) -> bool:
    """Whether an entry has ended, or will have when its name is stale elsewhere."""
    handed_over = since is not None and entry.valid_through is not None and entry.valid_through < since
    return handed_over or is_retired(entry, as_of)


def _renamed_on(entry: Entry, label: Label, rename: Rename) -> Trouble:
    last = rename[-1]
    shown = [f"“{name.text}”" for name in rename]
    steps = " → ".join(shown if len(shown) <= _MOST_STEPS else [*shown[: _MOST_STEPS - 1], "…", shown[-1]])
    if label_key(last) == label_key(label):
        problem = f"the renames {steps} go round in a circle; decide which name is the current one"
        return Trouble(label.origin, label.text, problem, f"loop {label.text}", entry)
    problem = f"“{label.text}” was renamed twice, {steps}; list it as superseded under “{last.text}”"
    return Trouble(label.origin, label.text, problem, f"chain {label.text} {last.text}", entry, suggestion=last.text)
