"""What is open while TeX is read: groups in braces, environments."""

from msgspec import Struct

from msglint.formats.pieces import SegmentWriter
from msglint.model.document import Role


class Group(Struct):
    """A group in braces.

    kind   "text": its inside joins what stands around it; "silent": it is no text; else it is a text of its own
    rest   the kinds of the groups that follow at once
    outer  what was being written outside of a text of its own, whose role and level follow
    """

    kind: str
    rest: tuple[str, ...] = ()
    outer: SegmentWriter | None = None
    role: Role = Role.BODY
    level: int = 0

    @property
    def short(self) -> bool:
        """Whether a blank line ends it, closed or not: TeX calls it a runaway argument."""
        return self.kind == "silent" or self.role in (Role.TITLE, Role.CAPTION)


class Environment(Struct):
    """An environment; in a table (from 1, 0: in none) `row` counts from 1 and `column` from 0."""

    name: str
    role: Role
    table: int = 0
    row: int = 1
    column: int = 0
