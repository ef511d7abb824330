"""OFR305: what is said to be saved is not what was less what is now."""

from collections.abc import Iterator

from msglint.checks import Case
from msglint.model.judgement import Finding, Rule, Stance
from msglint.model.scale import Certainty
from msglint.money.amount import Amount
from msglint.money.restyle import restyled
from msglint.offers.arithmetic import Reduction
from msglint.offers.percents import Percent, rewritten

SCOPE = "document"
FIELDS = ("was", "now", "saving")


def judge(case: Case, rule: Rule) -> Iterator[Finding]:
    """One finding for every wrong figure, with or without an offer."""
    for statement in case.statements:
        one = statement.value
        if isinstance(one, Reduction) and not one.is_right():
            said = one.said
            value = said.value
            assert isinstance(value, Percent | Amount)
            right = _suggestion(one, case.circumstances.language)
            yield case.finding_at(
                rule, said.segment, *value.figure,
                certainty=Certainty.POSSIBLE if statement.stance is Stance.THEIRS else statement.certainty,
                suggestion=right, fix="unsafe",
                values={"was": _plain(one.was), "now": _plain(one.now), "saving": right or _plain(one.saved)},
            )  # fmt: skip


def _suggestion(one: Reduction, language: str | None) -> str | None:
    text, value = one.said.segment.text, one.said.value
    if isinstance(value, Percent):
        return rewritten(text, value, one.right_percent())
    assert isinstance(value, Amount)
    currency = value.currency or (value.currencies[0] if value.currencies else "")
    return restyled(text, value, one.saved, currency, language) if currency else None


def _plain(amount: object) -> str:
    return f"{amount:,.2f}".removesuffix(".00")
