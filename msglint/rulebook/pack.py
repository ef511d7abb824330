"""A rule pack, read. It knows none of what reads it, so that a run with kept rules imports none of that either."""

from datetime import date

from msgspec import Struct

from msglint.model.judgement import Rule
from msglint.rulebook.nodes import Node

AS_OF = date(2026, 6, 10)
"""The day examples are judged on unless they or their pack name another: an example must not change with the clock."""


class Pack(Struct, frozen=True):
    """One file of rules, examples included. `glossary` is the YAML node of the examples' own glossary, if any."""

    path: str
    about: str
    rules: tuple[Rule, ...]
    as_of: date = AS_OF
    glossary: Node | None = None
