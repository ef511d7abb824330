"""The decided bound, another one, and how to say the right one."""

import pytest

from msglint.facts.measures import Agreement, agreement, corrected
from msglint.facts.quantities import quantities
from msglint.glossary.facts import parse_fact
from msglint.model.glossary import Fact, Origin


def fact(name: str, text: str) -> Fact:
    measure = parse_fact(text)
    return Fact(name, text, Origin("glossary.yaml", 1, 1), measure.relation, measure.number, measure.to, measure.unit)


@pytest.mark.parametrize(
    ("decided", "said", "expected"),
    [
        (">= 60", "60 or more", Agreement.SAME),
        (">= 60", "60 points", Agreement.SAME),
        (">= 60", "75", Agreement.OTHER),
        (">= 60", "60 or less", Agreement.NEAR),
        (">= 60", "fewer than 60 points", Agreement.OTHER),
        (">= 60", "more than 60", Agreement.NEAR),
        ("<= 4 business hours", "within 4 working hours", Agreement.SAME),
        ("<= 4 business hours", "240 business minutes", Agreement.SAME),
        ("<= 4 business hours", "24 hours", Agreement.OTHER),
        ("<= 1 business day", "within 24 hours", Agreement.OTHER),
        ("60 minutes", "1 hour", Agreement.SAME),
        ("30 days", "one month", Agreement.NEAR),
        ("14 days", "two weeks", Agreement.SAME),
        ("24 months", "two years", Agreement.SAME),
        (">= 99.9%", "99.99 %", Agreement.OTHER),
        ("20 to 60 people", "20–60 employees", Agreement.SAME),
        ("20 to 60 people", "20 people", Agreement.SAME),
        ("20 to 60 people", "100 to 250 people", Agreement.OTHER),
        ("30 days", "30 %", Agreement.APART),
        ("25 to 40 years", "50 minutes", Agreement.APART),
    ],
)
def test_agreement(decided: str, said: str, expected: Agreement) -> None:
    assert agreement(fact("x", decided), quantities(said)[0]) is expected


@pytest.mark.parametrize(
    ("decided", "said", "expected"),
    [
        (">= 60", "50+", "60+"),
        ("<= 4 business hours", "24 hours", "4 business hours"),
        ("<= 4 business hours", "two working days", "four working hours"),
        ("14 days", "30-day trial", "14-day"),
        (">= 99.9%", "99.5 % a year", "99.9 %"),
        ("20 to 60 people", "100–250 people", "20–60 people"),
        ("<= 60 g", "80 g", "60 g"),
        ("<= 1 business day", "2 business days", "1 business day"),
        ("20 to 60 people", "100 people", None),
    ],
)
def test_the_right_bound_in_the_style_of_the_wrong_one(decided: str, said: str, expected: str | None) -> None:
    assert corrected(fact("x", decided), quantities(said)[0], said) == expected
