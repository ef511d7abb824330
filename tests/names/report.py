"""`python -m tests.names.report [FILES]`: how hard lists fare, with every miss and every false alarm."""

from collections.abc import Iterator, Sequence
from pathlib import Path
import sys

from tests.names.hardlist import HardList, Outcome, hard_lists


def main(arguments: Sequence[str]) -> int:
    """Report on the named lists, or on all of this package; a list's name stands before what it got wrong."""
    totals = [0] * 8
    for hard_list in hard_lists([Path(argument) for argument in arguments]):
        figures, lines = measure(hard_list)
        totals = [total + figure for total, figure in zip(totals, figures, strict=True)]
        for line in (f"{hard_list.path.stem}: {told(figures)}", *lines):
            sys.stdout.write(f"{line}\n")
    sys.stdout.write(f"all: {told(totals)}\n")
    return 0


def measure(hard_list: HardList) -> tuple[list[int], list[str]]:
    """Counts (found, variants, rules right, suggestions right, judged, stray, flagged, innocents); lines of faults."""
    variants, innocents = list(hard_list.variants()), list(hard_list.innocents())
    judged = [outcome for outcome in variants if outcome.suggestion_judged]
    flagged = [outcome for outcome in innocents if outcome.others]
    figures = [
        sum(bool(outcome.hits) for outcome in variants),
        len(variants),
        sum(outcome.rule_agrees for outcome in variants),
        sum(outcome.suggestion_agrees for outcome in judged),
        len(judged),
        sum(_strays(variants)),
        len(flagged),
        len(innocents),
    ]
    return figures, [
        *_faults(variants),
        *(f"  FALSE ALARM {_found(outcome)} in {_line(outcome)}" for outcome in flagged),
    ]


def told(figures: Sequence[int]) -> str:
    """The counts of `measure` as a line."""
    found, variants, rules, suggestions, judged, stray, flagged, innocents = figures
    return (
        f"recall {found}/{variants} = {found / max(variants, 1):.3f}; rule right {rules}/{found}; "
        f"suggestion right {suggestions}/{judged}; flagged {flagged}/{innocents} innocents; {stray} stray in variants"
    )


def _faults(variants: Sequence[Outcome]) -> Iterator[str]:
    wanted = {(outcome.item.text, outcome.item.says) for outcome in variants}
    for outcome in variants:
        item = outcome.item
        if not outcome.hits:
            yield f"  MISS {item.says!r} ({item.rule}) in {_line(outcome)}"
        elif not outcome.rule_agrees:
            yield f"  RULE {item.says!r}: {_found(outcome)}, not {item.rule}"
        if outcome.suggestion_judged and not outcome.suggestion_agrees:
            yield f"  SUGGESTION {item.says!r}: {[hit.suggestion for hit in outcome.hits]}, not {item.suggests!r}"
        if outcome.others and sum(text == item.text for text, _ in wanted) == 1:
            yield f"  STRAY {[other.said for other in outcome.others]} in {_line(outcome)}"


def _strays(variants: Sequence[Outcome]) -> Iterator[int]:
    """What was found besides, in texts that have a single name to find."""
    texts = [outcome.item.text for outcome in variants]
    return (len(outcome.others) for outcome in variants if texts.count(outcome.item.text) == 1)


def _found(outcome: Outcome) -> str:
    return ", ".join(f"{found.rule} {found.said!r}" for found in (*outcome.hits, *outcome.others))


def _line(outcome: Outcome) -> str:
    return repr(outcome.item.text if len(outcome.item.text) < 140 else f"{outcome.item.text[:137]}…")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
