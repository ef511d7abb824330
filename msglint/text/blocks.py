"""Paragraphs and cells put together as the Skim of their document."""

from collections.abc import Hashable, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from msglint.text.skim import ITEM, ITEM_END, PARTING, ROW, ROW_END, Skim


class Block(NamedTuple):
    """A paragraph or cell; whether it may be a title or an item of a list, and of which row it is, if of any."""

    text: str
    title: bool = False
    item: bool = False
    row: Hashable = None


def skim_of(blocks: Sequence[Block], *, tables: bool, terms: bool = False, prose: bool = True) -> Skim:
    """The blocks as one text. Rows are marked where each is in one piece: a table in a cell parts one."""
    runs = [
        (row, PARTING.join([f"{ITEM}{text}{ITEM_END}" if item else text for text, _, item, _ in run]))
        for row, run in groupby(blocks, itemgetter(3))
    ]
    rows = [row for row, _ in runs if row is not None]
    whole = len(rows) == len(set(rows))
    text = PARTING.join([f"{ROW}\n{run}\n{ROW_END}" if whole and row is not None else run for row, run in runs])
    titles = "\n".join([block.text for block in blocks if block.title])
    return Skim(text, titles, tables, terms, prose, parted=text.count(PARTING) < max(len(blocks), 1))
