"""`python -m tests.definitions.report [data] [held]`: recall and precision at `likely`, every miss and false alarm."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
import sys

from tests.definitions.cases import FAMILIES, Outcome, companies, is_wrong_suggestion


@dataclass(frozen=True)
class Figures:
    """Counts over some outcomes; a text may raise several false alarms."""

    found: int
    wrong: int
    alarms: int
    suggestions_wrong: int

    @property
    def recall(self) -> float:
        return self.found / self.wrong if self.wrong else 1.0

    @property
    def precision(self) -> float:
        return self.found / (self.found + self.alarms) if self.found + self.alarms else 1.0

    def __str__(self) -> str:
        return (
            f"recall {self.found}/{self.wrong} = {self.recall:.3f}; precision {self.precision:.3f} "
            f"({self.alarms} false alarms); {self.suggestions_wrong} wrong suggestions"
        )


def measure(outcomes: Sequence[Outcome], family: str) -> Figures:
    """The figures for DEF, AUD501 or CLM602; "" for all."""
    cases = [outcome for outcome in outcomes if outcome.rule and outcome.family.startswith(family)]
    alarms = [found for outcome in outcomes for found in outcome.others if found.rule.startswith(family)]
    return Figures(
        found=sum(bool(outcome.hits) for outcome in cases),
        wrong=len(cases),
        alarms=len(alarms),
        suggestions_wrong=sum(is_wrong_suggestion(outcome) for outcome in cases),
    )


def main(arguments: Sequence[str]) -> int:
    """Print the report for the named sets, by default both."""
    for folder in arguments or ("data", "held"):
        outcomes = [outcome for company in companies(folder) for outcome in company.outcomes()]
        for line in (*_faults(outcomes), *_totals(folder, outcomes)):
            sys.stdout.write(f"{line}\n")
    return 0


def _totals(folder: str, outcomes: Sequence[Outcome]) -> Iterator[str]:
    innocents = sum(not outcome.rule for outcome in outcomes)
    for family in (*FAMILIES, ""):
        yield f"{folder} {family or 'all'} over {innocents} innocents: {measure(outcomes, family)}"


def _faults(outcomes: Sequence[Outcome]) -> Iterator[str]:
    for outcome in outcomes:
        if outcome.rule and not outcome.hits:
            yield f"  MISS {outcome.rule} {outcome.says!r} ({outcome.company}) in {outcome.text!r}"
        for found in outcome.others:
            yield f"  FALSE ALARM {found.rule} {found.said!r} ({outcome.company}) in {outcome.text!r}: {found.message}"
        if is_wrong_suggestion(outcome):
            came = [hit.suggestion for hit in outcome.hits]
            yield f"  SUGGESTION {outcome.says!r}: {came}, not {outcome.suggests!r}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
