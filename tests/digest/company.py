"""A company with everything that may be told to some and not to others."""

from datetime import date

from msglint.glossary.load import parse_glossary
from msglint.model.glossary import Glossary

TODAY = date(2026, 6, 10)

COMPANY = """\
organization: Blue Pier
defaults: {currency: GBP, owner: ines@bluepier.example}
terms:
  - term: Quiet Cabin
    type: product
    valid_from: 2026-06-01
    superseded: {term: Silent Coach, until: 2026-05-31, why: We run ferries now.}
    admitted: QC
    hidden: Kwiet Cabin
    definition: A cabin without calls.
    prices:
      - {price: 55, per: night, valid_through: 2026-05-31}
      - {price: 49, per: night, vat: included, valid_from: 2026-06-01, valid_through: 2026-06-30}
      - {price: 5248, per: night, vat: included, valid_from: 2026-07-01}
      - {price: 60 EUR per night, region: [IE], valid_from: 2026-06-01}
  - term: Skylark Suite               # under embargo until the 20th
    type: product
    valid_from: 2026-06-20
    superseded: {term: Family Cabin, until: 2026-06-19, why: The lark project.}
    admitted: Skylark
    definition: The Skylark Suite sleeps six.
    prices:
      - {price: 80, per: night, valid_through: 2026-06-19}
      - {price: 9517, per: night, valid_from: 2026-06-20}
  - term: Moonraker                   # nobody has heard of it yet
    type: product
    valid_from: 2026-06-25
    prices: [{price: 15 GBP, valid_from: 2026-06-01}]
  - {term: Crew Rate, type: product, price: 5 GBP, scope: {audience: [internal]}}
  - {term: Partner Deck, type: product, price: 7 GBP, scope: {audience: [partner]}}
  - {term: Dublin Deck, type: product, price: 9 EUR, scope: {region: [IE]}}
  - {term: Zephyr Lounge, type: product, status: proposed, price: 11 GBP}
  - {term: Steam Bath, type: product, valid_through: 2026-05-20}
  - term: Early Crossing
    type: offer
    item: Quiet Cabin
    discount: 20%
    code: EARLY20
    valid_from: 2026-06-01
    valid_through: 2026-06-15
    require_near: [terms apply]
  - {term: Lark Days, type: offer, item: Skylark Suite, discount: 10%, code: LARK10, valid_from: 2026-06-20}
  - {term: Marketing Qualified Lead, type: metric, admitted: MQL, facts: {score: ">= 60"}}
  - {term: Follow-up SLA, type: sla, facts: {answer: <= 4 hours}, scope: {audience: [customer]}}
"""


def company() -> Glossary:
    return parse_glossary(COMPANY, "glossary.yaml")
