"""For whom, when and where something is told."""

from datetime import date

from msgspec import Struct

from msglint.glossary.scopes import among, is_inside, may_hear, within
from msglint.model.glossary import Entry, EntryType, Price, Status

_OWN_VOCABULARY = frozenset((EntryType.PERSONA, EntryType.STAGE, EntryType.METRIC, EntryType.SLA))
"""What two teams call things among themselves: told outside only where a scope names that audience."""


class View(Struct, frozen=True):
    """The day, and who reads, through which channel and where; None is anybody of ours, any channel, everywhere."""

    as_of: date
    audience: str | None = None
    channel: str | None = None
    region: str | None = None

    @property
    def inside(self) -> bool:
        """Whether the readers belong to the company: only they see what is under embargo, owners and former names."""
        return self.audience is None or is_inside(self.audience)

    def admits(self, entry: Entry) -> bool:
        """Whether the entry's scope, and its kind, let these readers see it."""
        scope = entry.scope
        if not self.inside and not scope.audience and entry.type in _OWN_VOCABULARY:
            return False
        if scope.audience and self.audience and not may_hear(scope.audience, self.audience):
            return False
        if scope.channel and self.channel and not among(scope.channel, self.channel):
            return False
        return not (scope.region and self.region and not within(scope.region, self.region))

    def admits_price(self, price: Price) -> bool:
        """Whether a price may be one of this region's."""
        return not (price.region and self.region and not within(price.region, self.region))

    def agreed(self, entry: Entry) -> bool:
        """Whether it was decided, and these readers may see it."""
        return entry.status is not Status.PROPOSED and self.admits(entry)
