"""Fixers: edits -> corrected bytes. One file format, one module; they do not know why an edit is made.

A fixer module bears the name of its format's reader and holds

    def fix(data: bytes, document: Document, edits: Sequence[Edit]) -> Fixed

`document` was read from `data`; the edits are of its segments, in reading order, and none overlaps another. A fixer
splices: every byte that no edit touches stays as it is. What it cannot do it refuses, with a reason for people, and
does the rest. It raises nothing: that what comes out reads as it should is the engine's to see to.
A new format is one new file here; formats without one are only reported.
"""

from collections.abc import Mapping

from msgspec import Struct, field


class Fixed(Struct, frozen=True):
    """The corrected bytes; `refused` holds a reason for each edit that was not carried out, by its index."""

    data: bytes
    refused: Mapping[int, str] = field(default_factory=dict)
