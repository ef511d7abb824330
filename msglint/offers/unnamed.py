"""Where a text may speak of an offer or a past price without naming it: a cheap superset of what binders tell."""

from collections.abc import Collection, Iterator
from decimal import Decimal
from functools import cache
from itertools import chain

from msglint.lazy_pattern import lazy_pattern
from msglint.money.numbers import SUFFIX
from msglint.money.subjects import generic
from msglint.money.tables import currencies
from msglint.offers.evidence import amounts, percents, priced
from msglint.offers.tables import blocks, calendar, languages
from msglint.text.letters import as_words, words_of
from msglint.text.skim import Skim

_ENDS = lazy_pattern(r"[.!?…]+[\"'”’)\]]*\s|[\n\x02\x03]")
"""What may end a sentence: where all of it is bare, so is a part."""
_DAY = lazy_pattern(r"(?<![\w./:£$€-])\d{1,4}[./-](?:[0-2]?\d|3[01])(?!\d)")
_NAMING = frozenset((b"discount", b"discounts", b"reduction", b"rebate", b"cut", b"markdown"))
_BEFORE = 6
"""Words of any kind that may stand between a percentage and one of these; what hyphens join counts as several."""
_REACH = 200
"""Characters to both sides in which a sentence is looked at."""
_LONGEST = 30
"""Characters of an amount, cents behind its currency included: "1,500 pounds 50"."""
_FIGURES = lazy_pattern(r"\d+")


def bare_discounts(skim: Skim, known: tuple[str, ...]) -> Iterator[int | None]:
    """Where a sentence may say nothing but a discount and the days of an offer: "20% off until 31 May"."""
    for place in chain(percents(skim), amounts(skim, known)):
        if _is_bare(words_of(_sentence(skim.text, place)), known):
            around = skim.text if skim.tables else skim.block_at(place)  # the day may be in another cell of its row
            if _may_tell_day(around):
                yield None if skim.tables else place


def past_prices(skim: Skim, known: tuple[str, ...], past: Collection[Decimal]) -> Iterator[int]:
    """Where an amount may be one of those: by its figures, without the zeros around them ("1.5K", "1,500.00")."""
    wanted = {"".join(_FIGURES.findall(str(price))).strip("0") for price in past}
    for place in priced(skim, known) if past else ():
        figures = _FIGURES.findall(skim.text, place, place + _LONGEST)
        said = {"".join(figures[:last]).strip("0") for last in range(1, len(figures) + 1)}
        if not skim.text[place].isdigit() or not said.isdisjoint(wanted):
            yield place


def _sentence(text: str, at: int) -> str:
    """The sentence around text[at], or whole words of it."""
    first, last = max(0, at - _REACH), at + _REACH
    starts = [match.end() for match in _ENDS.finditer(text, first, at)]
    end = _ENDS.search(text, at, last)
    before = text[starts[-1] if starts else 0 : at] if starts or not first else text[first:at].partition(" ")[2]
    if end or last >= len(text):
        return before + text[at : end.start() if end else len(text)]
    return before + text[at:last].rpartition(" ")[0]


def _is_bare(words: list[bytes], known: tuple[str, ...]) -> bool:
    """Whether there is no word but those of discounts, amounts, days and windows, as offers.binding.is_bare has it."""
    vocabulary = _vocabulary(known)
    strange = [at for at, word in enumerate(words) if len(word) > 1 and word not in vocabulary]
    return all(not _NAMING.isdisjoint(words[at : at + _BEFORE + 1]) for at in strange)


def _may_tell_day(text: str) -> bool:
    return _DAY.search(text) is not None or not _months().isdisjoint(words_of(text))


@cache
def _months() -> frozenset[bytes]:
    names = (calendar(language, "month") for language in languages())
    return as_words(name for found in names if found for row in found.rows for name in row)


@cache
def _vocabulary(known: tuple[str, ...]) -> frozenset[bytes]:
    table = currencies(known)
    weekdays = (calendar(language, "day") for language in languages())
    words = [
        *generic(), *blocks("boundaries")["generic"], *blocks("boundaries")["end-of"],
        *blocks("evidence")["phrases"], *table.signs, *table.words, *table.minor, SUFFIX,
        *(name for found in weekdays if found for row in found.rows for name in row),
    ]  # fmt: skip
    return as_words(words) | _months()
