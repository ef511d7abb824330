"""What came in: fields whose every text remembers where it stands -> the glossary they make, or all that is wrong."""

from collections.abc import Mapping, Sequence
import re
from typing import Protocol

from msgspec import Struct, field
import yaml

from msglint.agreement.plain import Data, Fields
from msglint.errors import GlossaryError, Problem
from msglint.glossary.load import glossary_from_node
from msglint.model.glossary import Entry, Glossary, Origin


class Place(Struct, frozen=True):
    """A file with its line, or with a spot that has none: "prices.xlsx (Prices!C5)"."""

    path: str
    line: int | None = None
    spot: str = ""

    def __str__(self) -> str:
        if self.spot:
            return f"{self.path} ({self.spot})"
        return f"{self.path}:{self.line}" if self.line else self.path


class Where(Protocol):
    """Part of a file: a sheet, a text."""

    def place(self, row: int, column: int) -> Place:
        """Where a row and a column (both from 1) of it are."""
        ...


class Placed(str):
    """A text that remembers where it stands."""

    __slots__ = ("column", "row", "where")
    where: Where
    row: int
    column: int

    @classmethod
    def at(cls, text: str, where: Where, row: int, column: int = 1) -> "Placed":
        placed = cls(text)
        placed.where, placed.row, placed.column = where, row, column
        return placed

    @property
    def place(self) -> Place:
        return self.where.place(self.row, self.column)

    def instead(self, text: str) -> "Placed":
        """Another text in the same place."""
        return Placed.at(text, self.where, self.row, self.column)


class Incoming(Struct, frozen=True):
    """A glossary that came in from the file shown as `path`.

    stated    for each entry, by its id, the keys that are written of it
    named     the ids that are written, rather than made of names
    places    where the texts stand, by the line of their origins (from 1); () where those are lines of the file
    warnings  what was left out or understood in a way that people should know
    shouted   ids of the entries whose capitals say nothing, since a whole column has them
    """

    path: str
    glossary: Glossary
    stated: Mapping[str, frozenset[str]]
    named: frozenset[str]
    places: Sequence[Placed] = ()
    warnings: tuple[str, ...] = ()
    shouted: frozenset[str] = frozenset()

    def place(self, origin: Origin) -> Place:
        """Where in the file something is written."""
        return self.places[origin.line - 1].place if self.places else Place(origin.path, origin.line)

    def stands(self, entry: Entry) -> Place:
        return self.place(entry.preferred.origin)


def understood(
    path: str, entries: Sequence[Fields], around: Fields, warnings: Sequence[str], problems: Sequence[Problem] = ()
) -> Incoming:
    """The glossary that fields of Placed texts make; `around` are the keys beside `terms`.

    Raises GlossaryError with these problems, and all that is wrong besides.
    """
    nodes = _Nodes()
    root = nodes.of({**around, "terms": list(entries)})
    try:
        glossary = glossary_from_node(root, path)
    except GlossaryError as error:
        raise GlossaryError([*problems, *(nodes.placed(problem) for problem in error.problems)]) from error
    if problems:
        raise GlossaryError(list(problems))
    pairs = list(zip(glossary.entries, entries, strict=True))
    return Incoming(
        path,
        glossary,
        {entry.id: frozenset(fields) for entry, fields in pairs},
        frozenset(entry.id for entry, fields in pairs if "id" in fields),
        nodes.places,
        tuple(dict.fromkeys(warnings)),
    )


class _Nodes(Struct):
    """Makes YAML's nodes of fields. The line of a node's mark is the number of its place."""

    places: list[Placed] = field(default_factory=list)
    last: yaml.Mark = field(default_factory=lambda: yaml.Mark("", 0, 0, 0, None, 0))

    def of(self, data: Data) -> yaml.Node:
        if isinstance(data, str):
            if isinstance(data, Placed):
                self.last = yaml.Mark("", 0, len(self.places), 0, None, 0)
                self.places.append(data)
            return yaml.ScalarNode("", data, self.last, self.last, '"')
        if isinstance(data, list):
            items = [self.of(item) for item in data]
            mark = items[0].start_mark if items else self.last
            return yaml.SequenceNode("", items, mark, mark)
        pairs = []
        for key, value in data.items():
            node = self.of(value)
            pairs.append((yaml.ScalarNode("", key, node.start_mark, node.start_mark, '"'), node))
        mark = pairs[0][1].start_mark if pairs else self.last
        return yaml.MappingNode("", pairs, mark, mark)

    def placed(self, problem: Problem) -> Problem:
        """A problem where it stands in the file."""
        if problem.line is None or problem.line > len(self.places):
            return problem
        message = re.sub(
            rf"{re.escape(problem.path)}:(\d+):1\b",
            lambda other: str(self.places[int(other[1]) - 1].place),
            problem.message,
        )
        at = problem_at(self.places[problem.line - 1], message)
        return Problem(at.path, message, at.line, None, problem.key)


def problem_at(text: Placed, message: str) -> Problem:
    """A problem with a text."""
    place = text.place
    return Problem(f"{place.path} ({place.spot})" if place.spot else place.path, message, place.line)
