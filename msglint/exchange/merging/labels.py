"""The names of two versions of an entry. Those that differ only in capitals and spaces are one: ours stays."""

from collections.abc import Iterator
from functools import partial

from msglint.agreement.plain import Data, Fields
from msglint.exchange.merging.differences import Difference, replaced, with_item, with_key, with_label, without_label
from msglint.exchange.written import label_fields
from msglint.model.glossary import Entry, Label, LabelKind


def folded(name: str) -> str:
    """A name as it is compared."""
    return " ".join(name.split()).casefold()


def label_differences(ours: Entry, theirs: Entry, by_id: bool) -> Iterator[Difference]:
    """`by_id`: that they are one entry is told by its id, so that another name is another name."""
    here = {folded(label.text): label for label in reversed(ours.labels)}
    exact = {label.text: label for label in ours.labels}
    name = theirs.preferred.text
    known = here.get(folded(name))
    if by_id and (known is None or known.kind is not LabelKind.PREFERRED):
        yield _renamed(ours, name, known)
    for label in theirs.labels[1:]:
        same = exact.get(label.text) or here.get(folded(label.text))
        fields = label_fields(label, theirs)
        if same is None:
            value: Data = label.text if len(fields) == 1 else fields
            said = f"`{label.kind.value}`: “{label.text}”"
            yield Difference(said, True, partial(with_item, key=label.kind.value, value=value))
        elif same.kind is not label.kind:
            yield _moved(same, label, fields)
        else:
            yield from _details(same, label_fields(same, ours), fields)


def _renamed(ours: Entry, name: str, known: Label | None) -> Difference:
    said = replaced("`term`", ours.preferred.text, name)
    if known is not None:
        cure = f"“{name}” is {known.kind.value} here: give the file the name that holds, or run `msglint rename`"
        return Difference(said, cure=cure)
    cure = "`msglint rename` keeps the old name as a former one"
    return Difference(said, False, partial(_with_name, name=name, id=ours.id), cure)


def _with_name(fields: Fields, name: str, id: str) -> Fields:
    """The entry keeps its id, which may have been made of its name."""
    renamed = {**fields, "term": name}
    return renamed if "id" in renamed else with_key(renamed, "id", id)


def _moved(ours: Label, theirs: Label, fields: Fields) -> Difference:
    said = f"“{ours.text}” is {ours.kind.value} here, {theirs.kind.value} there"
    if ours.kind is LabelKind.PREFERRED:
        return Difference(said, cure="it is the name to use here: `msglint rename` gives another")
    value: Data = theirs.text if len(fields) == 1 else fields

    def take(written: Fields) -> Fields:
        return with_item(without_label(written, ours.kind.value, ours.text), theirs.kind.value, value)

    return Difference(said, False, take)


def _details(ours: Label, here: Fields, there: Fields) -> Iterator[Difference]:
    for path, value in _paths(there):
        before = _at(here, path)
        if path == ("term",) or before == value:
            continue
        said = replaced(f"“{ours.text}”, `{'.'.join(path)}`", before, value)
        take = partial(with_label, kind=ours.kind.value, text=ours.text, path=path, value=value)
        yield Difference(said, before is None, take)


def _paths(fields: Fields) -> Iterator[tuple[tuple[str, ...], Data]]:
    for key, value in fields.items():
        if isinstance(value, dict):
            yield from (((key, inner), said) for inner, said in value.items())
        else:
            yield (key,), value


def _at(fields: Fields, path: tuple[str, ...]) -> Data | None:
    found: Data | None = fields
    for key in path:
        found = found.get(key) if isinstance(found, dict) else None
    return found
