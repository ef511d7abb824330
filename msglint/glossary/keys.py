"""Every key a glossary may hold: reading, error messages and the JSON Schema are all made from this one table.

Names of labels are TBX's (ISO 30042) and SKOS's, those of money schema.org's.
"""

from collections.abc import Mapping
from enum import Enum

from msgspec import Struct


class Form(Enum):
    ONE = "one"
    MANY = "many"  # one value, or a list of them
    NAMED = "named"  # a mapping with free keys


class Key(Struct, frozen=True):
    """What a key takes: a kind of scalar (kinds.KINDS) or a shape of mapping (SHAPES); how many; what it means."""

    takes: str
    doc: str
    form: Form = Form.ONE
    required: bool = False


class Shape(Struct, frozen=True):
    """A mapping with known keys. Where `bare` is set, a scalar in its place is that key alone."""

    doc: str
    keys: Mapping[str, Key]
    bare: str | None = None


_MANY, _NAMED = Form.MANY, Form.NAMED

_DEFAULTS = {
    "language": Key("language", "Language of all labels that do not say theirs. Default: en."),
    "currency": Key("currency", "Currency of all prices that do not say theirs."),
    "owner": Key("text", "Whom to ask about an entry that names no owner."),
    "review_every": Key("duration", "How often each entry is reviewed."),
    "sign_off": Key("text", "The teams that must agree to each entry.", _MANY),
}
_MATCH = {
    "case": Key("case", "Whether the written case is the norm (exact) or any will do."),
    "fuzzy": Key("fuzzy", "Whether slips of the keyboard are found too. Default: typo."),
    "inflect": Key("truth", "Whether plurals and possessives are found too."),
    "pos": Key("part of speech", "Found only as this part of speech (Universal Dependencies)."),
    "not": Key("name", "Literal phrases that are something else.", _MANY),
}
_LABEL = {
    "term": Key("name", "The label itself.", required=True),
    "valid_from": Key("day", "First day on which the label is right."),
    "until": Key("day", "Last day on which the label was right."),
    "grace": Key("duration", "How long after that day the label is only a note."),
    "why": Key("text", "Why it was given up; shown with findings."),
    "match": Key("match", "How this label is looked for; over the entry's own `match`."),
    "language": Key("language", "Language of this label."),
}
_SCOPE = {
    "audience": Key("text", "For whom the entry holds: customer, partner, internal, …", _MANY),
    "channel": Key("text", "Through which channels: flyer, email, script, …", _MANY),
    "region": Key("text", "Where: GB, IE, …", _MANY),
}
_PRICE = {
    "price": Key(
        "money", "The amount, such as 12.50; currency and unit may follow: 12.50 GBP per person.", required=True
    ),
    "currency": Key("currency", "ISO 4217 code. Default: `defaults.currency`."),
    "per": Key("unit", "What one gets for it: person, user per month. Without it the price is one-off."),
    "region": Key("text", "Where this price holds. Default: everywhere.", _MANY),
    "vat": Key("vat", "Whether value-added tax is in it."),
    "min_quantity": Key("count", "The smallest quantity it holds for."),
    "valid_from": Key("day", "First day of this price."),
    "valid_through": Key("day", "Last day of this price."),
}
_SIGN_OFF = {
    "team": Key("text", "The team that agreed.", required=True),
    "by": Key("text", "Who signed for it."),
    "on": Key("day", "When."),
    "hash": Key("hash", "Hash of the entry as it was agreed; an edit voids it."),
}
_LABELS = {
    "superseded": Key("label", "Our own former names (TBX supersededTerm).", _MANY),
    "deprecated": Key("label", "Never say this (TBX deprecatedTerm).", _MANY),
    "admitted": Key("label", "Fine to use too (TBX admittedTerm, skos:altLabel).", _MANY),
    "hidden": Key("label", "Known slips (skos:hiddenLabel).", _MANY),
}
_ENTRY = {
    "term": Key("name", "The name to use (TBX preferredTerm, skos:prefLabel).", required=True),
    "id": Key("id", "Stable key. Default: the term in small letters with hyphens."),
    "type": Key("type", "What kind of thing it names. Default: term."),
    "status": Key("status", "A proposed entry never fails a run. Default: approved."),
    "language": Key("language", "Language of this entry's labels."),
    "valid_from": Key("day", "Before this day the name is under embargo, the offer not begun."),
    "valid_through": Key("day", "Last day of the whole entry."),
    **_LABELS,
    "match": Key("match", "How the entry's labels are looked for."),
    "first_use": Key("text", "Required form at the first mention."),
    "scope": Key("scope", "For whom, through which channels and where the entry holds."),
    "definition": Key("text", "What it is."),
    "price": Key("money", "The one price: 6.50 GBP per person. Of an offer: what it costs while the offer runs."),
    "prices": Key("price", "All prices, former ones with the day they ended.", _MANY),
    "item": Key("name", "What an offer is about: an id or any label."),
    "discount": Key("percent", "What an offer takes off: 20%."),
    "amount_off": Key("money", "What an offer takes off: 5 GBP."),
    "code": Key("text", "An offer's code."),
    "require_near": Key("text", "Words that must stand near a mention.", _MANY),
    "require_near_price": Key("text", "Words that must stand near a price.", _MANY),
    "facts": Key("fact", 'Decided numbers and other facts: `lead score: ">= 60"`.', _NAMED),
    "crm_field": Key("text", "Where the CRM keeps it: field=value."),
    "owner": Key("text", "Whom to ask."),
    "sign_off": Key("sign_off", "Who agreed to the entry as it stands.", _MANY),
    "reviewed": Key("day", "When it was last reviewed."),
    "reviewed_by": Key("text", "Who reviewed it."),
    "review_every": Key("duration", "How often it is reviewed."),
    "note": Key("text", "Anything else worth knowing."),
}
_GLOSSARY = {
    "version": Key("version", "Version of this format."),
    "organization": Key("text", "Whose glossary this is."),
    "include": Key("text", "More glossary files, relative to this one; * stands for any name.", _MANY),
    "defaults": Key("defaults", "What holds for every entry that does not say otherwise."),
    "terms": Key("entry", "The entries.", _MANY),
}

SHAPES: Mapping[str, Shape] = {
    "glossary": Shape("A glossary: what both teams call things.", _GLOSSARY),
    "defaults": Shape("Defaults for all entries of this file and those it includes.", _DEFAULTS),
    "entry": Shape("One name and all that was decided about it; just a name is enough.", _ENTRY, bare="term"),
    "label": Shape("Another name of the entry; plain text is enough.", _LABEL, bare="term"),
    "match": Shape("How labels are looked for.", _MATCH),
    "scope": Shape("Where an entry holds.", _SCOPE),
    "price": Shape("A price and when it holds (schema.org UnitPriceSpecification).", _PRICE, bare="price"),
    "sign_off": Shape("A team's agreement.", _SIGN_OFF),
}
