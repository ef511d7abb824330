"""What a glossary says when it is in order: every key, every short form, every default."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from msglint.glossary.load import parse_glossary
from msglint.model.glossary import Discount, Entry, EntryType, Glossary, LabelKind, Status

WHOLE = """\
version: 1
organization: Fern & Fig Catering
defaults: {language: en-GB, currency: GBP, owner: marketing, review_every: 90d, sign_off: [marketing, sales]}

terms:
  - term: Meals for Teams
    id: meals-for-teams
    type: product
    status: approved
    valid_from: 2026-03-01
    superseded:
      - {term: Business Lunch, until: 2026-02-28, grace: 14d, why: Rebranded for a wider audience}
    deprecated: [Corporate Catering]
    admitted: [MfT]
    hidden: [Meals 4 Teams]
    match:
      case: exact
      fuzzy: typo
      inflect: true
      pos: NOUN
      not: ["working business lunch"]
    first_use: Meals for Teams™
    scope: {audience: [customer], channel: [flyer, email, script], region: [GB, IE]}
    definition: Hot buffet delivered to one workplace for eight or more people.
    prices:
      - {price: 12.50, per: person, vat: excluded, min_quantity: 8, valid_from: 2026-03-01}
      - {price: 14.00, currency: EUR, per: person, region: [IE], valid_from: 2026-03-01}
      - {price: 15.00, per: person, valid_through: 2026-02-28}
    require_near_price: excl. VAT
    owner: lucy@example.com
    sign_off:
      - {team: marketing, by: lucy, on: 2026-02-10, hash: 9f3c1a}
      - {team: sales, by: arrah, on: 2026-02-12, hash: 9f3c1a}
    reviewed: 2026-06-01
    note: Never "meal" in the singular.

  - term: Spring Team Offer
    type: offer
    item: meals-for-teams
    discount: 20%
    code: TEAM20
    valid_from: 2026-04-01
    valid_through: 2026-05-31
    require_near: [terms apply]

  - term: Marketing Qualified Lead
    type: metric
    admitted: [MQL]
    deprecated: [hot lead]
    facts: {lead score: ">= 60", window: 30 days}
    crm_field: lifecyclestage=marketingqualifiedlead
"""


@pytest.fixture(scope="module")
def whole() -> Glossary:
    return parse_glossary(WHOLE, "glossary.yaml")


def one(text: str) -> Entry:
    """The one entry of a glossary."""
    (entry,) = parse_glossary(text, "glossary.yaml").entries
    return entry


def test_the_glossary_itself(whole: Glossary) -> None:
    assert (whole.organization, whole.language, whole.currency) == ("Fern & Fig Catering", "en-GB", "GBP")
    assert list(whole.ids) == ["meals-for-teams", "spring-team-offer", "marketing-qualified-lead"]
    assert [entry.id for entry in whole.entries] == list(whole.ids)
    assert whole.files == ("glossary.yaml",)
    assert len(whole.digest) == 64


def test_labels_come_preferred_first_then_as_written(whole: Glossary) -> None:
    labels = whole.entries[0].labels
    assert [(label.text, label.kind.value) for label in labels] == [
        ("Meals for Teams", "preferred"),
        ("Business Lunch", "superseded"),
        ("Corporate Catering", "deprecated"),
        ("MfT", "admitted"),
        ("Meals 4 Teams", "hidden"),
    ]
    assert {label.language for label in labels} == {"en-GB"}
    old = labels[1]
    assert (old.until, old.grace, old.why) == (date(2026, 2, 28), timedelta(days=14), "Rebranded for a wider audience")
    origin = old.origin
    assert (origin.path, origin.line, origin.column, origin.end_column) == ("glossary.yaml", 12, 16, 30)


def test_match_holds_for_every_label(whole: Glossary) -> None:
    for label in whole.entries[0].labels:
        match = label.match
        assert (match.case, match.fuzzy, match.inflect, match.pos) == ("exact", "typo", True, "NOUN")
        assert [exception.phrase for exception in match.exceptions] == ["working business lunch"]


def test_prices(whole: Glossary) -> None:
    new, irish, old = whole.entries[0].prices
    assert (new.amount, new.currency, new.per, new.vat) == (Decimal("12.50"), "GBP", ("person",), "excluded")
    assert str(new.amount) == "12.50"
    assert (new.min_quantity, new.valid_from, new.valid_through) == (Decimal(8), date(2026, 3, 1), None)
    assert (irish.currency, irish.region) == ("EUR", ("IE",))
    assert (old.valid_through, old.origin.line, old.origin.column) == (date(2026, 2, 28), 28, 9)


def test_the_rest_of_an_entry(whole: Glossary) -> None:
    entry = whole.entries[0]
    assert (entry.type, entry.status) == (EntryType.PRODUCT, Status.APPROVED)
    assert (entry.valid_from, entry.first_use) == (date(2026, 3, 1), "Meals for Teams™")
    assert entry.scope.channel == ("flyer", "email", "script")
    assert (entry.scope.audience, entry.scope.region) == (("customer",), ("GB", "IE"))
    assert entry.require_near_price == ("excl. VAT",)
    assert (entry.owner, entry.reviewed, entry.review_every) == (
        "lucy@example.com", date(2026, 6, 1), timedelta(days=90),
    )  # fmt: skip
    assert [(sign.team, sign.by, sign.on, sign.hash) for sign in entry.sign_off][0] == (
        "marketing", "lucy", date(2026, 2, 10), "9f3c1a",
    )  # fmt: skip
    assert entry.required_sign_off == ("marketing", "sales")
    assert entry.note == 'Never "meal" in the singular.'


def test_an_offer(whole: Glossary) -> None:
    offer = whole.entries[1]
    assert (offer.item, offer.code, offer.discount) == ("meals-for-teams", "TEAM20", Discount(percent=Decimal(20)))
    assert offer.item_origin is not None
    assert (offer.item_origin.line, offer.item_origin.column) == (39, 11)
    assert (offer.require_near, offer.owner) == (("terms apply",), "marketing")


def test_facts(whole: Glossary) -> None:
    score, window = whole.entries[2].facts
    assert (score.name, score.relation, score.number, score.unit) == ("lead score", ">=", Decimal(60), None)
    assert (window.name, window.relation, window.number, window.unit) == ("window", None, Decimal(30), "days")


def test_a_bare_name_is_an_entry() -> None:
    entry = one("terms:\n  - Login.gov   # just a name\n")
    assert (entry.id, entry.preferred.text, entry.type, entry.status) == (
        "login-gov", "Login.gov", EntryType.TERM, Status.APPROVED,
    )  # fmt: skip


def test_scalars_stay_text() -> None:
    glossary = parse_glossary("terms: [No, 1.0, 6.50, NO, true, 2020-01-01, null, 0x1F]", "g.yaml")
    assert [entry.preferred.text for entry in glossary.entries] == [
        "No", "1.0", "6.50", "NO", "true", "2020-01-01", "null", "0x1F",
    ]  # fmt: skip
    assert one("terms: [{term: X, scope: {region: NO}}]").scope.region == ("NO",)


@pytest.mark.parametrize(
    "labels",
    ["Old Name", "[Old Name]", "{term: Old Name}", "[{term: Old Name}]", '"Old Name"'],
)
def test_a_list_of_labels_may_be_one(labels: str) -> None:
    entry = one(f"terms: [{{term: X, superseded: {labels}}}]")
    assert [(label.text, label.kind) for label in entry.labels[1:]] == [("Old Name", LabelKind.SUPERSEDED)]


def test_a_list_of_labels_may_be_of_both_kinds() -> None:
    entry = one("terms: [{term: X, superseded: [Older, {term: Old, until: 2026-01-01}]}]")
    assert [(label.text, label.until) for label in entry.labels[1:]] == [("Older", None), ("Old", date(2026, 1, 1))]


def test_a_labels_own_match_goes_over_the_entrys_and_exceptions_add_up() -> None:
    entry = one(
        "terms: [{term: X, match: {case: any, inflect: true, not: [a]},"
        " hidden: {term: Y, language: fr, match: {case: exact, inflect: no, not: [b]}}}]"
    )
    entrys, own = (label.match for label in entry.labels)
    assert (own.case, own.inflect, own.fuzzy) == ("exact", False, None)
    assert [exception.phrase for exception in own.exceptions] == ["a", "b"]
    assert (entrys.case, entrys.inflect, len(entrys.exceptions)) == ("any", True, 1)
    assert [label.language for label in entry.labels] == ["en", "fr"]


@pytest.mark.parametrize(
    ("written", "amount", "currency", "per"),
    [
        ("6.50 GBP per person", "6.50", "GBP", ("person",)),
        ("35000 USD per year", "35000", "USD", ("year",)),
        ("100 USD per GB per month", "100", "USD", ("GB", "month")),
        ("9 EUR/user/month", "9", "EUR", ("user", "month")),
        ("6.50", "6.50", "CHF", ()),
        ("6.50 per night", "6.50", "CHF", ("night",)),
        ("0 GBP", "0", "GBP", ()),
        ("5GBP", "5", "GBP", ()),
        ("12.50 GBP per personal trainer", "12.50", "GBP", ("personal trainer",)),
    ],
)
def test_the_short_form_of_a_price(written: str, amount: str, currency: str, per: tuple[str, ...]) -> None:
    (price,) = one(f"defaults: {{currency: CHF}}\nterms:\n  - term: X\n    price: {written}").prices
    assert (str(price.amount), price.currency, price.per) == (amount, currency, per)
    assert (price.valid_from, price.valid_through, price.region) == (None, None, ())


def test_prices_may_be_one_and_in_short_form() -> None:
    assert [str(price.amount) for price in one("terms: [{term: X, prices: 6 GBP}]").prices] == ["6"]
    assert [str(price.amount) for price in one("terms: [{term: X, prices: [6 GBP, {price: 7 EUR}]}]").prices] == [
        "6",
        "7",
    ]


@pytest.mark.parametrize(
    ("keys", "discount"),
    [
        ("discount: 12.5 %", Discount(percent=Decimal("12.5"))),
        ("amount_off: 5 GBP", Discount(amount_off=Decimal(5), currency="GBP")),
        ("price: 10 GBP per person", Discount(price=Decimal(10), currency="GBP", per=("person",))),
    ],
)
def test_what_an_offer_takes_off(keys: str, discount: Discount) -> None:
    offer = one(f"terms: [{{term: X, type: offer, {keys}}}]")
    assert (offer.discount, offer.prices) == (discount, ())


def test_merge_keys_and_aliases() -> None:
    glossary = parse_glossary(
        "terms:\n  - &base {term: A, owner: lucy, note: n}\n  - {<<: *base, term: B, note: own}\n", "g.yaml"
    )
    assert [(entry.preferred.text, entry.owner, entry.note) for entry in glossary.entries] == [
        ("A", "lucy", "n"),
        ("B", "lucy", "own"),
    ]


def test_text_over_several_lines_is_one_line() -> None:
    assert one("terms:\n  - term: X\n    definition: |\n      Hot\n      buffet.\n").definition == "Hot buffet."


def test_two_entries_of_one_term_are_understood() -> None:
    glossary = parse_glossary("terms: [Gold, {term: Gold, type: product}]", "g.yaml")
    assert list(glossary.ids) == ["gold", "gold-2"]


def test_the_digest_is_of_what_was_read() -> None:
    first, same, other = (parse_glossary(f"terms: [{name}]", "g.yaml").digest for name in ("A", "A", "B"))
    assert first == same != other


def test_the_first_line_may_be_another() -> None:
    entry = parse_glossary("terms:\n  - A\n", "pack.yaml", first_line=10).entries[0]
    assert (entry.origin.line, entry.origin.column) == (11, 5)
