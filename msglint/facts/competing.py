"""Definitions of one term in several places: which of them cannot stand beside the one they are held against."""

from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from msglint.facts.defining import Defined
from msglint.facts.definitions import Fault, contradiction, disagreement, is_definition, labels_of
from msglint.model.glossary import EntryType
from msglint.model.judgement import Statement


class Told(Struct, frozen=True):
    """A definition that a document gives. `drifted`: the glossary defines the term, and otherwise."""

    defined: Defined
    labels: tuple[str, ...]
    type: EntryType = EntryType.TERM
    drifted: bool = False


def told_of(statement: Statement) -> Told | None:
    """What a definition statement tells; None for a remark."""
    value, entry = statement.value, statement.entry
    if not isinstance(value, Defined) or not is_definition(value, entry):
        return None
    if entry is None:
        return Told(value, (value.term,))
    return Told(value, labels_of(entry), entry.type, contradiction(value, entry) is not None)


def odd_ones(told: Sequence[tuple[Told, bool]]) -> Iterator[tuple[int, int, Fault]]:
    """(index of an odd definition, index of what it is held against, the fault), for each that may be blamed.

    Held against documents of comparison (False: not to be blamed) before others, and among these against definitions
    that agree with the glossary's before the rest, the first of equals.
    """
    fault_of = cache(_fault)  # a drive is full of copies: what they say is compared once
    references: dict[Told, int] = {}
    for index in sorted(range(len(told)), key=lambda index: (told[index][1], told[index][0].drifted, index)):
        one, blamed = told[index]
        for other, reference in references.items() if blamed else ():
            fault = fault_of(one, other)
            if fault is not None:
                yield index, reference, fault
                break
        references.setdefault(one, index)


def _fault(one: Told, other: Told) -> Fault | None:
    """What keeps two definitions apart, where each of them is meant as one."""
    fault = disagreement(one.defined, other.defined.text, one.labels, one.type)
    back = disagreement(other.defined, one.defined.text, other.labels, other.type)
    return fault if fault and back else None
