"""What AsciiDoc says of the document itself: attribute entries (":name: value") and the line of its revision."""

import re

from msgspec import Struct

from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import Role
from msglint.text.dates import day
from msglint.text.word_sets import word_sets

_SILENT = word_sets("adoc-names")["silent-attributes"]
_ENTRY = lazy_pattern(r":(?P<name>!?[\w-]{1,80}!?):(?:[ \t]+(?P<value>.*))?", re.DOTALL)
_REVISED = lazy_pattern(r"(?:v?[\w.]{1,20},[ \t]*)?(\d{4}-\d{2}-\d{2})\b")
_METADATA = {"lang": "language", "revdate": "date", "date": "date", "title": "title"}
_ADDRESSING = lazy_pattern(
    r"(?:url|uri|link|path|dir)(?:[-_]|$)|.*(?:[-_](?:url|uri|dir|path|id|file)|dir)$", re.IGNORECASE
)


class Entry(Struct, frozen=True):
    """An attribute and its value, which begins `start` characters into the line."""

    name: str
    value: str
    start: int

    def role(self, metadata: dict[str, str]) -> Role | None:
        """What the value is to those who read; None for settings. What it tells of the document goes to `metadata`."""
        name = self.name.lower()
        if key := _METADATA.get(name):
            value = day(self.value) if key == "date" else self.value
            if value:
                metadata.setdefault(key, value)
        if not self.value or key or name in _SILENT or _ADDRESSING.match(name):
            return None
        return Role.ALT if name in ("description", "keywords") else Role.BODY


def entry(text: str) -> Entry | None:
    """The attribute entry that a line is; None where it is none."""
    match = _ENTRY.fullmatch(text)
    return Entry(match["name"], match["value"] or "", match.start("value")) if match else None


def revised(*lines: str) -> str | None:
    """The day in the revision line ("v1.2, 2026-01-02: spring"), which stands first or second below the title."""
    for line in lines:
        if match := _REVISED.match(line):
            return day(match[1])
    return None
