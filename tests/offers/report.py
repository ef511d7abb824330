"""How many sayings about offers are judged right: python -m tests.offers.report [--all]"""

from collections import Counter
from collections.abc import Iterator
import sys

from tests.offers.corpus import FIRST, SETS, Saying, findings, is_found, is_mended, sayings


def tally(saying: Saying) -> Counter[str]:
    """What a saying adds to each count. It is found by rule and words; every finding not wanted is a false alarm."""
    found = findings(saying)
    hit = saying.rule is not None and is_found(saying, found)
    false = 0 if hit and saying.also else len(found) - hit
    counts = {"wanted": saying.rule is not None, "found": hit, "innocent": saying.rule is None, "false": false}
    return Counter({**counts, "mended": hit and is_mended(saying, found)})


def measure(which: str) -> Counter[str]:
    """The counts of a set."""
    return sum((tally(saying) for saying in sayings(which)), Counter())


def recall(count: Counter[str]) -> float:
    return count["found"] / max(1, count["wanted"])


def precision(count: Counter[str]) -> float:
    return count["found"] / max(1, count["found"] + count["false"])


def lines(show: bool) -> Iterator[str]:
    """The report; with `show` also every saying that was missed, flagged wrongly or given another suggestion."""
    for which in SETS:
        for saying in sayings(which) if show else ():
            count = tally(saying)
            if count["false"] or count["wanted"] != count["mended"]:
                yield f"{'false ' if count['false'] else 'missed' if not count['found'] else 'words '} {saying}"
                yield from (f"         {f.rule} {f.said} → {f.suggestion} ({f.certainty})" for f in findings(saying))
        count = measure(which)
        yield (
            f"{which:5} recall {recall(count):.3f} ({count['found']}/{count['wanted']})  precision "
            f"{precision(count):.3f} ({count['false']} false, {count['innocent']} innocents)  "
            f"suggestions {count['mended'] / max(1, count['found']):.3f}"
            + (f"  unseen: {FIRST[which][0]:.3f}, {FIRST[which][1]:.3f}" if which in FIRST else "")
        )


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in lines("--all" in sys.argv))
