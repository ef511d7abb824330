"""How many price statements are judged right: python -m tests.prices.report [--all]"""

from collections import Counter
import sys

from tests.prices.corpus import findings, is_found, statements


def report(show: bool = False) -> tuple[float, float]:
    """Print recall and precision at `likely` over all statements, by company and together; return both.

    A statement counts as found by rule and words; right suggestions are counted apart. Every finding that was not
    wanted is a false alarm.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for statement in statements():
        found = findings(statement)
        wanted = statement.rule is not None
        hit = wanted and any((each.rule, each.said) == (statement.rule, statement.says) for each in found)
        false = 0 if hit and statement.also else len(found) - hit
        for company in (statement.company, "all"):
            counts[company, "wanted"] += wanted
            counts[company, "found"] += hit
            counts[company, "innocent"] += not wanted
            counts[company, "suggested"] += hit and is_found(statement, found)
            counts[company, "false"] += false
        if show and ((wanted and not is_found(statement, found)) or false):
            print("missed" if wanted and not hit else "false " if false else "words ", statement, statement.suggests or "")
            for each in found:
                print("          ", each.rule, each.said, "→", each.suggestion, each.certainty)
    for company in sorted({company for company, _ in counts}):
        line = {key: counts[company, key] for key in ("wanted", "found", "innocent", "false", "suggested")}
        recall, precision = line["found"] / line["wanted"], line["found"] / max(1, line["found"] + line["false"])
        print(
            f"{company:10} recall {recall:.3f} ({line['found']}/{line['wanted']})  precision {precision:.3f} "
            f"({line['false']} false, {line['innocent']} innocents)  suggestions {line['suggested'] / max(1, line['found']):.3f}"
        )
    return recall, precision


if __name__ == "__main__":
    report("--all" in sys.argv)
