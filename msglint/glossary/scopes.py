"""Which regions and channels mean the same, or one a part of the other."""

from collections.abc import Collection

_SAME_REGION = {"UK": "GB", "EL": "GR"}
"""Reserved codes of ISO 3166-1 that people write for the official ones; the European Union writes both."""


def within(regions: Collection[str], region: str) -> bool:
    """Whether a region is one of those, or part of one: GB-SCT is in GB, and UK is GB."""
    here = region_code(region)
    return any(here == code or here.startswith(f"{code}-") for code in map(region_code, regions))


def region_code(region: str) -> str:
    """A region's code as ISO 3166 has it: "uk_sct" is "GB-SCT"."""
    head, dash, rest = region.strip().upper().replace("_", "-").partition("-")
    return f"{_SAME_REGION.get(head, head)}{dash}{rest}"


def among(channels: Collection[str], channel: str) -> bool:
    """Whether a channel is one of those, in whatever case of letters."""
    return channel.casefold() in {one.casefold() for one in channels}
