"""Any glossary: what hypothesis makes of the glossary's format, and what has to survive a journey."""

import json

from hypothesis import strategies as st
from msgspec.structs import replace

from msglint.glossary.load import parse_glossary
from msglint.model.glossary import Entry, Glossary, Label, Origin

NOWHERE = Origin("", 0, 0)
_CHARACTERS = st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co"), exclude_characters="\u2028\u2029")
_TRICKY = st.sampled_from(["=1+1", "'=x", "+44 20", "@you", "- a", "a; b, c\\", "1.234", "2026-03-01", "“q”", "true"])
TEXT = (_TRICKY | st.text(_CHARACTERS, max_size=12)).map(lambda text: " ".join(text.split())).filter(bool)
_NAME_LIKE = st.from_regex(r"[A-Za-z][A-Za-z0-9&'.;,= -]{0,14}", fullmatch=True)
NAMES = (_NAME_LIKE | TEXT).map(lambda text: " ".join(text.split())).filter(lambda text: any(map(str.isalnum, text)))
_DAYS = st.dates().filter(lambda day: 1901 <= day.year <= 2999).map(str)
_WORD = st.from_regex(r"[a-z]{1,8}", fullmatch=True).filter(lambda word: word != "per")
_AMOUNTS = st.decimals(0, 10**6, places=2).map(str) | st.decimals(0, 10**15 - 1, places=6).map(lambda n: format(n, "f"))
_TEXTS = st.lists(TEXT, min_size=1, max_size=3, unique=True)
_DURATIONS = st.integers(0, 400).map(lambda number: f"{number}d")
_CURRENCIES = st.sampled_from(["GBP", "EUR", "USD", "JPY", "KWD", "CHF"])
_MATCH = st.fixed_dictionaries({}, optional={
    "case": st.sampled_from(["exact", "any"]), "fuzzy": st.sampled_from(["none", "typo"]),
    "inflect": st.sampled_from(["true", "false"]), "pos": st.sampled_from(["NOUN", "VERB"]),
    "not": st.lists(NAMES, min_size=1, max_size=2, unique=True),
}).filter(bool)  # fmt: skip
_LABEL = st.fixed_dictionaries({"term": NAMES}, optional={
    "valid_from": _DAYS, "until": _DAYS, "grace": _DURATIONS, "why": TEXT, "match": _MATCH,
    "language": st.sampled_from(["de", "en", "fr-CA"]),
})  # fmt: skip
_PRICE = st.fixed_dictionaries({"price": _AMOUNTS, "currency": _CURRENCIES}, optional={
    "per": st.lists(_WORD, min_size=1, max_size=2).map(" per ".join), "region": _TEXTS,
    "vat": st.sampled_from(["included", "excluded"]), "min_quantity": st.sampled_from(["8", "1.5", "0.125", "1.234"]),
    "valid_from": _DAYS, "valid_through": _DAYS,
})  # fmt: skip
_SIGN_OFF = st.fixed_dictionaries(
    {"team": TEXT},
    optional={"by": TEXT, "on": _DAYS, "hash": st.from_regex(r"[0-9a-f]{6,12}", fullmatch=True)},
)
_LABELS = st.lists(NAMES | _LABEL, min_size=1, max_size=2)
ENTRY = st.fixed_dictionaries({"term": NAMES}, optional={
    "type": st.sampled_from(["term", "product", "metric", "persona"]),
    "status": st.sampled_from(["proposed", "approved", "retired"]), "language": st.sampled_from(["en-GB", "de"]),
    "valid_from": _DAYS, "valid_through": _DAYS, "superseded": _LABELS, "deprecated": _LABELS, "admitted": _LABELS,
    "hidden": _LABELS, "match": _MATCH, "first_use": TEXT, "definition": TEXT,
    "prices": st.lists(_PRICE, min_size=1, max_size=3),
    "scope": st.fixed_dictionaries({}, optional={"audience": _TEXTS, "channel": _TEXTS, "region": _TEXTS}).filter(bool),
    "code": TEXT, "require_near": _TEXTS, "require_near_price": _TEXTS, "crm_field": TEXT, "owner": TEXT, "note": TEXT,
    "facts": st.dictionaries(NAMES, TEXT.filter(lambda text: text[0] not in "<>=≤≥"), min_size=1, max_size=2),
    "sign_off": st.lists(_SIGN_OFF, min_size=1, max_size=2), "reviewed": _DAYS, "reviewed_by": TEXT,
    "review_every": _DURATIONS,
})  # fmt: skip
OFFER = st.fixed_dictionaries(
    {"term": NAMES, "type": st.just("offer"), "item": NAMES, "prices": st.lists(_PRICE, max_size=1)},
) .flatmap(lambda offer: st.sampled_from([
    {**offer, "discount": "12.5%"}, {**offer, "amount_off": "5 GBP"}, {**offer, "price": "10.00 EUR per head per day"},
]))  # fmt: skip


@st.composite
def glossaries(draw: st.DrawFn) -> Glossary:
    """A glossary of some entries, each with an id of its own; sometimes several of one name."""
    entries = draw(st.lists(ENTRY | OFFER, max_size=5))
    for number, entry in enumerate(entries):
        entry["id"] = f"{number}-{draw(_WORD)}"
    around = draw(st.fixed_dictionaries({}, optional={"organization": TEXT}))
    defaults = {"language": draw(st.sampled_from(["en", "en-GB", "de"])), "sign_off": ["marketing", "sales"]}
    return parse_glossary(json.dumps({**around, "defaults": defaults, "terms": entries}, ensure_ascii=False), "g.json")


def meaning(entry: Entry) -> Entry:
    """An entry without the places where it is written."""
    return replace(
        entry,
        origin=NOWHERE,
        item_origin=None,
        labels=tuple(_label(label) for label in entry.labels),
        prices=tuple(replace(price, origin=NOWHERE) for price in entry.prices),
        facts=tuple(replace(fact, origin=NOWHERE) for fact in entry.facts),
        sign_off=tuple(replace(sign, origin=NOWHERE) for sign in entry.sign_off),
    )


def meanings(glossary: Glossary) -> list[Entry]:
    return [meaning(entry) for entry in glossary.entries]


def _label(label: Label) -> Label:
    exceptions = tuple(replace(each, origin=NOWHERE) for each in label.match.exceptions)
    return replace(label, origin=NOWHERE, match=replace(label.match, exceptions=exceptions))
