"""Which audiences, regions and channels mean the same, or one a part of the other."""

from collections.abc import Collection

_SAME_REGION = {"UK": "GB", "EL": "GR"}
"""Reserved codes of ISO 3166-1 that people write for the official ones; the European Union writes both."""


_CIRCLES = {"customer": 0, "partner": 1, "internal": 2, "sales": 2, "marketing": 2}
"""How far inside an audience is: what may be said outside may be said inside."""


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


def is_inside(audience: str | None) -> bool:
    """Whether the audience is within the company: it may prepare what is not to be said outside yet."""
    return circle(audience or "") == _CIRCLES["internal"]


def circle(audience: str) -> int | None:
    """How far inside the company an audience is: 0 customers, 1 partners, 2 colleagues; None for any other name."""
    return _CIRCLES.get(audience.casefold())


def may_hear(scope: Collection[str], audience: str) -> bool:
    """Whether what is meant for those audiences may be said to this one."""
    here = circle(audience)
    for name in scope:
        meant = circle(name)
        if name.casefold() == audience.casefold() or (here is not None and meant is not None and meant <= here):
            return True
        if meant is None and here == _CIRCLES["internal"]:
            return True  # what the press may read, the company may
        if meant == _CIRCLES["customer"] and here is None:
            return True  # what every customer may read, the press may
    return False
