"""What an amount is said of: a product's price, a saving, a fee, a price of the past … The cues are data/roles.txt."""

from collections.abc import Sequence
from datetime import date
from functools import cache
import re

from msglint.lazy_pattern import lazy_pattern
from msglint.money.amount import Amount, Role
from msglint.money.tables import lines
from msglint.text.sentences import sentence_at

_AMOUNT, _OTHER = "\ue001", "\ue002"
_GAP = rf"[^.;!?{_OTHER}]{{0,50}}?"
_LISTED = lazy_pattern(rf"[{_AMOUNT}{_OTHER}](?:(?:, ?| or | and |, (?:or|and) |/)[{_AMOUNT}{_OTHER}])+")
_SHORT = rf"[^.,;!?{_OTHER}]{{0,20}}?"


@cache
def _cues() -> tuple[tuple[bool, Role, re.Pattern[str]], ...]:
    found = []
    for line in lines("roles"):
        role, _, cue = line.partition(": ")
        cue = cue.replace("GAP AMT", f"{_GAP}AMT").replace("SHORT AMT", f"{_SHORT}AMT")
        cue = cue.replace("GAP", _GAP).replace("SHORT", _SHORT).replace("AMT", _AMOUNT)
        found.append((role.startswith("@"), Role(role.removeprefix("@")), re.compile(cue, re.IGNORECASE)))
    return tuple(found)


def role_of(text: str, amount: Amount, others: Sequence[Amount]) -> Role:
    """The role an amount has in its sentence: in a list ("£5, £10 or £20") that of the list.

    `others`: all amounts of the text, itself among them.
    """
    start, end = sentence_at(text, amount.figure[0])
    marked, at = [], start
    for other in others:
        if at <= other.figure[0] and other.phrase[1] <= max(end, amount.phrase[1]):
            marked += [text[at : other.figure[0]], _AMOUNT if other.figure == amount.figure else _OTHER]
            at = other.phrase[1]
    marked.append(text[at:end])
    sentence = " ".join("".join(marked).replace("*", "").split())
    sentence = _LISTED.sub(lambda several: _AMOUNT if _AMOUNT in several[0] else _OTHER, sentence)
    return next((role for head, role, cue in _cues() if not head and cue.search(sentence)), Role.PRICE)


_YEAR = lazy_pattern(r"\b((?:19|20)\d\d)\b")


def role_of_column(header: str, as_of: date) -> Role:
    """The role of the amounts under a column's header; years before that of `as_of` are past, later ones to come."""
    years = [int(year) for year in _YEAR.findall(header)]
    if years and max(years) != as_of.year:
        return Role.PAST if max(years) < as_of.year else Role.FUTURE
    return next((role for head, role, cue in _cues() if head and cue.search(header)), Role.PRICE)
