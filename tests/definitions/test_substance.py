"""Substance, not wording."""

import pytest

from msglint.facts.substance import Drift, compare

MQL = "A contact that fits the ideal customer profile and reached lead score 60 in the last 30 days."
CHURN = "The percentage of customers who cancel in a month."
COOLING = "The 14 days after signing in which a customer may cancel without giving a reason."


@pytest.mark.parametrize(
    ("stated", "decided"),
    [
        (MQL, MQL),
        ("a person who matches our ICP and scored 60 points in the past thirty days", MQL),
        ("someone who fits the ideal customer profile, with a lead score of 60+ over the previous 30 days", MQL),
        ("the share of clients who leave each month", CHURN),
        ("two weeks after signature in which you can cancel for any reason or none", COOLING),
        ("Invoices still unpaid 90 days after the due date", "Invoices not paid 90 days after they fell due."),
        ("the hours when we call no customer", "The hours in which no customer is called."),
    ],
)
def test_a_paraphrase_is_no_drift(stated: str, decided: str) -> None:
    assert compare(stated, decided).drift is Drift.NONE


@pytest.mark.parametrize(
    ("stated", "decided", "drift"),
    [
        ("anyone who opens an email", MQL, Drift.WIDENED),
        ("a contact who clicked an ad", MQL, Drift.DISJOINT),
        ("a contact with lead score 60 in the last 90 days", MQL, Drift.NUMBER),
        ("the percentage of customers who renew in a month", CHURN, Drift.CONTRAST),
        ("the percentage of customers who cancel in a year", CHURN, Drift.CONTRAST),
        ("the percentage of customers who never cancel in a month", CHURN, Drift.DENIAL),
        ("the number of customers who cancel in a month", CHURN, Drift.GENUS),
        ("the 14 days before signing in which a customer may cancel", COOLING, Drift.CONTRAST),
    ],
)
def test_drift(stated: str, decided: str, drift: Drift) -> None:
    assert compare(stated, decided).drift is drift
