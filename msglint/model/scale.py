"""The two scales a finding is measured on: how bad it is, and how sure we are."""

from enum import IntEnum


class _Scale(IntEnum):
    def __str__(self) -> str:
        return self.name.lower()

    @classmethod
    def parse(cls, text: str) -> "_Scale":
        """The level of that (lower-case) name. Raises KeyError for any other text."""
        return cls[text.upper()]


class Severity(_Scale):
    """How bad: set in the rule pack, lowered to NOTE for entries that are only proposed or in grace."""

    NOTE = 0
    WARNING = 1
    ERROR = 2


class Certainty(_Scale):
    """How sure. Hooks show LIKELY and above; the audit shows all."""

    POSSIBLE = 0
    LIKELY = 1
    CERTAIN = 2
