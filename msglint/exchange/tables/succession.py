"""Prices of a list that says only from when each holds: each ends on the eve of the next."""

from collections import defaultdict
from datetime import timedelta

from msglint.agreement.plain import Data, Fields, listed
from msglint.exchange.incoming import Placed
from msglint.glossary.moments import parse_day

_SERIES = ("currency", "per", "region", "vat", "min_quantity")


def close(entries: list[Fields]) -> None:
    """Give each price that another one of its series follows its last day."""
    for entry in entries:
        series: dict[str, list[tuple[str, Fields]]] = defaultdict(list)
        for price in listed(entry.get("prices")):
            if isinstance(price, dict):
                series[repr([price.get(key) for key in _SERIES])].append((str(price.get("valid_from", "")), price))
        for prices in series.values():
            prices.sort(key=lambda dated: dated[0])
            for (_, price), (start, later) in zip(prices, prices[1:], strict=False):
                if start != price.get("valid_from") and (eve := _eve(later["valid_from"])):
                    price["valid_through"] = eve


def _eve(day: Data) -> Placed | None:
    """The day before, in the same place; None where it is no day, which the glossary's reader will say."""
    try:
        return day.instead((parse_day(day) - timedelta(days=1)).isoformat()) if isinstance(day, Placed) else None
    except ValueError:
        return None
