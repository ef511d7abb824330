"""What is an entry's meaning and what is not; the hash of it stays the same from version to version."""

import pytest

from msglint.glossary.consent import Consent, consents
from msglint.glossary.load import parse_glossary
from msglint.glossary.meaning import canonical, entry_of_meaning, hash_of, matches
from msglint.model.glossary import Entry

PLAIN = """\
term: Spring Offer
type: offer
superseded: [Early Bird, {term: Lark, until: 2026-02-28, grace: 2w, why: old}]
prices: [{price: 6.50 GBP per person}, {price: 7.00, currency: EUR, region: [IE, GB]}]
price: 5 GBP
facts: {window: 30 days}
scope: {audience: customer}
"""


def entry(text: str, defaults: str = "{}") -> Entry:
    indented = text.replace("\n", "\n    ")
    return parse_glossary(f"defaults: {defaults}\nterms:\n  - {indented}\n", "g.yaml").entries[0]


def hash_(text: str, defaults: str = "{}") -> str:
    return hash_of(canonical(entry(text, defaults)))


@pytest.mark.parametrize(
    "text",
    [
        PLAIN + "# a comment\n",
        PLAIN + "id: other\nnote: n\nowner: lucy\nreviewed: 2026-01-01\nreview_every: 9d\nmatch: {case: any}\n",
        PLAIN + "status: proposed\nsign_off: [{team: a, hash: abcdef}]\ncrm_field: a=b\n",
        PLAIN.replace("Spring Offer", '"Spring   Offer"').replace("6.50", "6.5"),
        PLAIN.replace("[IE, GB]", "[GB, IE]").replace("why: old", "why: another"),
        "".join(reversed(PLAIN.splitlines(keepends=True))),
        PLAIN.replace("customer", "[customer]").replace("grace: 2w", "grace: 14d"),
        PLAIN.replace("price: 6.50 GBP per person", "price: 6.50, currency: GBP, per: person"),
        PLAIN.replace("Early Bird", "{term: Early Bird}"),
    ],
)
def test_how_it_is_written_makes_no_difference(text: str) -> None:
    assert hash_(text) == hash_(PLAIN)


def test_a_default_is_as_if_it_were_written() -> None:
    assert hash_("term: A\nprice: 6 GBP") == hash_("term: A\nprice: 6", "{currency: GBP}")
    assert hash_("term: A\nlanguage: de") == hash_("term: A", "{language: de, owner: x, sign_off: [a]}")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Spring Offer", "spring offer"), ("6.50", "6.51"), ("GBP per", "EUR per"), ("per person", "per head"),
        ("2026-02-28", "2026-03-01"), ("Lark", "Larks"), ("[IE, GB]", "[IE]"), ("30 days", "31 days"),
        ("5 GBP", "4 GBP"),
        ("customer", "partner"), ("grace: 2w", "grace: 3w"), ("type: offer", "type: offer\nvalid_from: 2026-01-01"),
        ("type: offer", "type: offer\nstatus: retired"), ("type: offer", "type: offer\nhidden: Sprin Offer"),
        ("superseded", "deprecated"), ("type: offer", "type: offer\ndefinition: x"),
    ],
)  # fmt: skip
def test_what_it_says_makes_one(old: str, new: str) -> None:
    assert old in PLAIN
    assert hash_(PLAIN.replace(old, new)) != hash_(PLAIN)


def test_the_form_is_an_entry_of_its_own() -> None:
    meaning = canonical(entry(PLAIN))
    assert canonical(entry_of_meaning(meaning)) == meaning


def test_the_hash_stays_what_it_was() -> None:
    """Signatures of years ago are held against it: whoever changes this needs a second form, and both compared."""
    assert hash_(PLAIN).startswith("e4b0fac4b5c7")


def test_hashes_compare_by_what_is_written_of_them() -> None:
    assert matches("abcdef", "abcdef0123")
    assert not matches("abcde", "abcdef0123")
    assert not matches("abcdee", "abcdef0123")


def test_the_last_word_of_a_team_counts() -> None:
    now = hash_("term: A")[:12]
    signed = f"term: A\nsign_off: [{{team: Sales, hash: '{now}'}}, {{team: sales, hash: abcdef}}, {{team: law}}]"
    found = [(each.team, each.consent) for each in consents(entry(signed, "{sign_off: [sales, marketing]}"))]
    assert found == [("sales", Consent.VOID), ("marketing", Consent.MISSING), ("law", Consent.UNBOUND)]
