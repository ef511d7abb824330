"""Paragraphs and cells put together as the Skim of their document."""

from collections.abc import Hashable, Sequence
from itertools import groupby
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
    runs = [(row, [_marked(block) for block in run]) for row, run in groupby(blocks, key=lambda block: block.row)]
    rows = [row for row, _ in runs if row is not None]
    whole = len(rows) == len(set(rows))
    texts = (
        f"{ROW}\n{PARTING.join(run)}\n{ROW_END}" if whole and row is not None else PARTING.join(run)
        for row, run in runs
    )
    titles = "\n".join([block.text for block in blocks if block.title])
    parted = not any(PARTING in block.text for block in blocks)
    return Skim(PARTING.join(texts), titles, tables, terms, prose, parted)


def _marked(block: Block) -> str:
    return f"{ITEM}{block.text}{ITEM_END}" if block.item else block.text
