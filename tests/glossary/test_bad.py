"""What is said of a glossary that cannot be understood: place, key, what was found, what is allowed."""

import pytest

from msglint.errors import GlossaryError, Problem
from msglint.glossary.load import parse_glossary


def problems_of(text: str) -> tuple[Problem, ...]:
    with pytest.raises(GlossaryError) as caught:
        parse_glossary(text, "glossary.yaml")
    return caught.value.problems


# text, line, column, key, parts of the message
NOT_YAML = [
    ("", 1, 1, ["empty", "terms:"]),
    ("# only a comment\n", 1, 1, ["empty"]),
    ("terms:\n\t- A\n", 2, 1, ["tab", "spaces"]),
    ("terms:\n  - term: A\n\tprice: 3\n", 3, 1, ["tab"]),
    ("terms:\n  - term: Lunch: the best\n", 2, 16, ["colon", "quotes"]),
    ('terms:\n  - term: "Lunch\n', 2, 11, ["quote is never closed"]),
    ("terms: [A, B\n", 1, 8, ["`[` is never closed"]),
    ("terms: [\n\n", 1, 9, ["value is missing"]),
    ("terms: [{term: A]\n", 1, 9, ["`{` is never closed"]),
    ("terms: [@home]", 1, 9, ["cannot begin with “@”", "quotes"]),
    ("terms:\n  - 50% off\n  - %off\n", 3, 5, ["cannot begin with “%”"]),
    ("terms: [A]\n---\nterms: [B]\n", 2, 1, ["second YAML document"]),
    ("terms: [*lunch]", 1, 9, ["`*lunch`", "no `&lunch`"]),
    ("terms: &all [A, *all]", 1, 17, ["inside what it repeats"]),
    ("a\0b", 1, 2, ["U+0000"]),
    ("terms:\n  - A\x07", 2, 6, ["U+0007"]),
    ("[" * 100_000, 1, 41, ["nested more than 40 deep"]),
    ("- " * 100_000, 1, 81, ["nested more than 40 deep"]),
]


@pytest.mark.parametrize(("text", "line", "column", "parts"), NOT_YAML, ids=range(len(NOT_YAML)))
def test_not_yaml(text: str, line: int, column: int, parts: list[str]) -> None:
    (problem,) = problems_of(text)
    assert (problem.path, problem.line, problem.column) == ("glossary.yaml", line, column)
    for part in parts:
        assert part in problem.message


NOT_UNDERSTOOD = [
    ("- A", 1, 1, None, ["found a list", "a glossary is a mapping", "terms"]),
    ("Lunch", 1, 1, None, ["“Lunch”", "a glossary is a mapping"]),
    ("organization: Us", 1, 1, "terms", ["missing", "term: Meals for Teams"]),
    ("terms:", 1, 1, "terms", ["no value"]),
    ("version: 2\nterms: [A]", 1, 10, "version", ["“2”", "allowed is 1"]),
    ("terms: [{id: a}]", 1, 9, "term", ["missing", "an entry needs it"]),
    ("terms: [[A]]", 1, 9, "terms", ["found a list", "an entry is a mapping"]),
    ("terms:\n  - term: A\n    supersede: B\n", 3, 5, "supersede", ["mean `superseded`?", "Allowed are term, id"]),
    ("terms: [{term: A, until: 2026-01-01}]", 1, 19, "until", ["unknown key", "belongs to a label"]),
    ("terms: [{term: A, xyzzy: 1}]", 1, 19, "xyzzy", ["unknown key in an entry. Allowed are term, id"]),
    ("terms: [{term: A, term: B}]", 1, 19, "term", ["written twice", "line 1"]),
    ("terms: [{term: A, [x]: B}]", 1, 19, None, ["a key is a word, not a list"]),
    ("terms: [{term: A, <<: B}]", 1, 23, "<<", ["merges a mapping", "“B”"]),
    ("terms: [{term: [A]}]", 1, 16, "term", ["found a list", "one value"]),
    ("terms: [{term: A, note: }]", 1, 19, "note", ["no value"]),
    ('terms: [{term: A, admitted: [""]}]', 1, 30, "term", ["empty"]),
    ("terms: [™]", 1, 9, "term", ["letter or digit"]),
    ("terms: [{term: A, id: two words}]", 1, 23, "id", ["no spaces: two-words"]),
    ("terms: [{term: A, type: produkt}]", 1, 25, "type", ["“produkt”", "product, offer", "did you mean `product`?"]),
    ("terms: [{term: A, status: live}]", 1, 27, "status", ["“live”", "proposed, approved, retired"]),
    ("terms: [{term: A, match: {pos: noun}}]", 1, 32, "pos", ["did you mean `NOUN`?"]),
    ("terms: [{term: A, match: {case: upper}}]", 1, 33, "case", ["exact, any"]),
    ("terms: [{term: A, match: {inflect: maybe}}]", 1, 36, "inflect", ["true and false"]),
    ("terms: [{term: A, match: exact}]", 1, 26, "match", ["`match` is a mapping", "case, fuzzy"]),
    ("terms: [{term: A, facts: [x]}]", 1, 26, "facts", ["found a list", "mapping of names"]),
    ("terms: [{term: A, facts: {score: '>= sixty'}}]", 1, 34, "score", ["“>= sixty”", "number"]),
    ("terms: [{term: A, facts: {score: 9 to 5}}]", 1, 34, "score", ["smaller number to the larger"]),
    ("terms: [{term: A, facts: {a: 1, a: 2}}]", 1, 33, "a", ["written twice"]),
    ("terms: [{term: A, sign_off: sales}]", 1, 29, "sign_off", ["a sign-off is a mapping", "team, by, on, hash"]),
    ("terms: [{term: A, sign_off: {team: s, hash: xyz}}]", 1, 45, "hash", ["hexadecimal"]),
    ("defaults: {language: English}\nterms: [A]", 1, 22, "language", ["“English”", "en-GB"]),
    ("defaults: {language: en_GB}\nterms: [A]", 1, 22, "language", ["BCP 47"]),
    ("include: nowhere.yaml", 1, 10, "include", ["“nowhere.yaml” is no file"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "column", "key", "parts"), NOT_UNDERSTOOD, ids=range(len(NOT_UNDERSTOOD)))
def test_not_understood(text: str, line: int, column: int, key: str | None, parts: list[str]) -> None:
    (problem,) = problems_of(text)
    assert (problem.path, problem.line, problem.column, problem.key) == ("glossary.yaml", line, column, key)
    for part in [f"`{key}`" if key else "", *parts]:
        assert part in problem.message


# what is written as a price, parts of the message
BAD_PRICES = [
    ("12,50", ["“12,50”", "write 12.50"]),
    ("12,50 GBP per person", ["write 12.50"]),
    ("1,250.00 GBP", ["write 1250.00"]),
    ("1.250,00 GBP", ["write 1250.00"]),
    ("35,000 GBP", ["write 35000"]),
    ("12 500 GBP", ["write 12500"]),
    ("£12.50", ["ISO 4217", "6.50 GBP"]),
    ("GBP 12.50", ["an amount, a currency and a unit"]),
    ("six", ["an amount, a currency and a unit"]),
    ("-3 GBP", ["never negative"]),
    ("12.50 GPB", ["ISO 4217", "did you mean `GBP`?"]),
    ("12.50 gbp", ["did you mean `GBP`?"]),
    ("12.50 XYZ", ["ISO 4217"]),
    ("12.50", ["no currency", "defaults: {currency: GBP}"]),
    ("12.50 GBP per", ["a unit is one or more words"]),
    ("12.50 GBP per 3", ["a unit is one or more words"]),
    ("12.50 GBP each", ["an amount, a currency and a unit"]),
    ("1e5 GBP", ["12.50"]),
]


@pytest.mark.parametrize(("written", "parts"), BAD_PRICES)
def test_bad_prices(written: str, parts: list[str]) -> None:
    (problem,) = problems_of(f"terms:\n  - term: A\n    price: {written}\n")
    assert (problem.line, problem.column, problem.key) == (3, 12, "price")
    for part in parts:
        assert part in problem.message


def test_a_comma_in_braces_shows_its_cure() -> None:
    (problem,) = problems_of("terms:\n  - term: A\n    prices: [{price: 12,50, currency: GBP}]\n")
    assert (problem.line, problem.column, problem.key) == (3, 25, "price")
    assert "“12,50”; write 12.50" in problem.message


@pytest.mark.parametrize(
    ("keys", "column", "key", "part"),
    [
        ("price: 3 GBP, currency: EUR", 36, "currency", "written twice"),
        ("price: 3 GBP per head, per: night", 36, "per", "written twice"),
        ("currency: GBP", 28, "price", "missing: a price needs it"),
        ("price: 3, currency: Pound", 49, "currency", "ISO 4217"),
        ("price: 3 GBP, vat: yes", 48, "vat", "included, excluded"),
        ("price: 3 GBP, min_quantity: 0", 57, "min_quantity", "more than 0"),
        ("price: 3 GBP, valid_form: 2026-01-01", 43, "valid_form", "did you mean `valid_from`?"),
    ],
)
def test_bad_keys_of_a_price(keys: str, column: int, key: str, part: str) -> None:
    (problem,) = problems_of(f"terms: [{{term: A, prices: [{{{keys}}}]}}]")
    assert (problem.column, problem.key) == (column, key)
    assert part in problem.message


@pytest.mark.parametrize(
    ("written", "part"),
    [
        ("31/02/2026", "year-month-day"),
        ("2026-02-30", "no such day"),
        ("2026-13-01", "no such day"),
        ("2026-3-1", "2026-03-01"),
        ("2026-03-01T10:00", "year-month-day"),
        ("March 2026", "year-month-day"),
        ("0000-01-01", "1900 to 2999"),
        ("9999-12-31", "leave the key out"),
    ],
)
def test_bad_days(written: str, part: str) -> None:
    (problem,) = problems_of(f"terms: [{{term: A, valid_from: '{written}'}}]")
    assert (problem.line, problem.column, problem.key) == (1, 31, "valid_from")
    assert f"“{written}”" in problem.message
    assert part in problem.message


@pytest.mark.parametrize("written", ["14", "14 days", "d", "-1d", "1.5w", "200y", "999999d"])
def test_bad_durations(written: str) -> None:
    (problem,) = problems_of(f"defaults: {{review_every: {written}}}\nterms: [A]")
    assert (problem.line, problem.column, problem.key) == (1, 26, "review_every")
    assert "duration" in problem.message


@pytest.mark.parametrize(
    ("keys", "key", "part"),
    [
        ("discount: 20", "discount", "20%"),
        ("discount: 120%", "discount", "at most 100%"),
        ("discount: 0%", "discount", "more than 0"),
        ("amount_off: 5", "amount_off", "no currency"),
        ("amount_off: 20%", "amount_off", "ISO 4217"),
        ("discount: 20%, price: 5 GBP", "price", "one of discount, amount_off and price"),
    ],
)
def test_bad_offers(keys: str, key: str, part: str) -> None:
    (problem,) = problems_of(f"terms: [{{term: A, type: offer, {keys}}}]")
    assert problem.key == key
    assert part in problem.message


def test_an_id_used_twice_names_both_places() -> None:
    (problem,) = problems_of("terms:\n  - {term: A, id: x}\n  - {term: B, id: x}\n")
    assert (problem.line, problem.column, problem.key) == (3, 19, "id")
    assert "“x” is already that of “A” (glossary.yaml:2:19)" in problem.message


def test_an_id_made_twice_of_different_terms() -> None:
    (problem,) = problems_of("terms: [C, C++]")
    assert (problem.column, problem.key) == (12, "id")
    assert "made of the term “C++”, is already that of “C” (glossary.yaml:1:9)" in problem.message


def test_everything_wrong_is_told_at_once_in_reading_order() -> None:
    found = problems_of(
        "terms:\n  - term: A\n    supersede: B\n    price: 12,50\n    valid_from: soon\n"
        "  - {term: B, id: a, facts: []}\n"
    )
    assert [(problem.line, problem.key) for problem in found] == [
        (3, "supersede"), (4, "price"), (5, "valid_from"), (6, "id"), (6, "facts"),
    ]  # fmt: skip
    assert str(found[1]).startswith("glossary.yaml:4:12: `price`: ")


def test_columns_count_code_points() -> None:
    (problem,) = problems_of("terms: [{term: 😀é, stattus: live}]")
    assert (problem.column, problem.key) == (20, "stattus")


def test_line_separators_are_no_lines() -> None:
    (problem,) = problems_of("organization: a\u2028b\x85c\nterms: [{term: A, oops: 1}]")
    assert (problem.line, problem.column) == (2, 19)


def test_aliases_do_not_explode() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 30)]
    (problem,) = problems_of("\n".join(lines) + "\nterms: *a29\n")
    assert "aliases" in problem.message


def test_many_entries_sharing_many_labels_do_not_explode() -> None:
    labels = ", ".join(["x"] * 1000)
    (problem,) = problems_of(
        f"note: &l [{labels}]\nterms:\n  - &e {{term: A, hidden: *l, admitted: *l}}\n" + "  - *e\n" * 1000
    )
    assert "aliases" in problem.message
