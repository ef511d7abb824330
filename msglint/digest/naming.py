"""What an entry is called on a day: before its own day by the names that still hold."""

from datetime import date

from msglint.digest.view import View
from msglint.glossary.slugs import slug
from msglint.glossary.standing import Standing, is_retired, standing
from msglint.model.glossary import Entry, Label, LabelKind


def embargoed(entry: Entry, day: date) -> bool:
    """Whether the entry's own name may not be said yet on that day."""
    return entry.valid_from is not None and day < entry.valid_from


def names_on(entry: Entry, day: date) -> tuple[str, ...]:
    """The names to say on that day, several where former ones are still to become one; () where there is none."""
    if is_retired(entry, day):
        return ()
    if not embargoed(entry, day):
        return (entry.preferred.text,)
    return tuple(label.text for label in _of_kind(entry, LabelKind.SUPERSEDED, day, Standing.RIGHT))


def also_on(entry: Entry, day: date) -> tuple[str, ...]:
    """Other names that are fine on that day."""
    return tuple(label.text for label in _of_kind(entry, LabelKind.ADMITTED, day, Standing.RIGHT))


def never_on(entry: Entry, day: date) -> tuple[Label, ...]:
    """Names not to be said on that day: former ones and those that never were ours; known slips are no names."""
    if embargoed(entry, day):
        return ()
    return tuple(
        label
        for kind in (LabelKind.SUPERSEDED, LabelKind.DEPRECATED)
        for state in (Standing.GRACE, Standing.STALE)
        for label in _of_kind(entry, kind, day, state)
    )


def key_of(entry: Entry, view: View) -> str:
    """The entry's id; for readers outside one that does not give away a name under embargo."""
    if view.inside or not embargoed(entry, view.as_of):
        return entry.id
    return slug(" ".join(names_on(entry, view.as_of)))


def _of_kind(entry: Entry, kind: LabelKind, day: date, wanted: Standing) -> list[Label]:
    return [label for label in entry.labels if label.kind is kind and standing(entry, label, day) is wanted]
