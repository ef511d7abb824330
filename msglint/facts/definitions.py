"""What the checks of definitions share: is this a definition or a remark, and what keeps it from the one decided."""

import re

from msgspec import Struct

from msglint.facts.defining import Defined, Form
from msglint.facts.figures import agreed_by, spoken_type
from msglint.facts.substance import Drift, Verdict, compare
from msglint.facts.words import kinds, sense_of
from msglint.lazy_pattern import lazy_pattern
from msglint.model.glossary import Entry, EntryType
from msglint.model.scale import Certainty

_SOLD = (EntryType.PRODUCT, EntryType.BRAND, EntryType.OFFER, EntryType.CLAIM)
_RESTRICTED = lazy_pattern(
    r"\b(?:who|whose|that|which|where|when|with|without|in|of|for|between|from|above|below|after|before|under|on|at|minus"
    r"|plus|divided|per|(?:has|have) |\w{3,}(?:ed|ing)"
    r"|(?:an?|the|we|you|they|customers?|clients?|users?) \w+ (?:\w+s|\w+ed|in|for))\b",
    re.IGNORECASE,
)
_REFERENCE = lazy_pattern(
    r"\s*(?:see|cf\.?|defined|as (?:defined|above|below)|tbd|n/a|ask|contact [A-Z]|refer|click|read)\b", re.IGNORECASE
)
_ARITHMETIC = lazy_pattern(r"\b(?:minus|divided by|per|plus|ratio of)\b|[÷/]", re.IGNORECASE)
_GENERAL = lazy_pattern(
    r"\s*(?:an?|the|any|every|all|each|our|some(?:one|body)|any(?:one|body)|every(?:one|body|thing)|who(?:so)?ever|those"
    r"|people|[a-z]+s (?:who|that|which|whose))\b",
    re.IGNORECASE,
)
_COMMENTED = lazy_pattern(r"\s*(?:the|an?|our)\s+(?:\w+\s+){1,3}?(?:that|which)\b", re.IGNORECASE)
_MUCH = 0.4
"""Share of the words in common from which a contradiction is one, however it is put."""
_MEASURED = lazy_pattern(r"\s*(?:the |an? )?(?:\w+ ){1,2}of\b", re.IGNORECASE)
_REASONS = {
    Drift.NUMBER: "it names another number",
    Drift.DENIAL: "it says what the definition denies, or denies what it says",
    Drift.CONTRAST: "it says the opposite of one of its conditions",
    Drift.GENUS: "it measures another thing",
    Drift.DISJOINT: "it names other conditions",
    Drift.WIDENED: "it leaves out the conditions",
}


class Fault(Struct, frozen=True):
    """How a definition drifted, and how sure that is."""

    drift: Drift
    certainty: Certainty


def is_definition(value: Defined, entry: Entry | None) -> bool:
    """Whether the words define at all: "MQL: 120", "MQL: see the handbook" and a name spelt out do not."""
    labels = labels_of(entry) if entry else (value.term,)
    if _REFERENCE.match(value.text):
        return False
    sense = sense_of(value.text, labels)
    says = sense.concepts or (sense.universal and sense.content)  # "any customer" defines a loyal customer, badly
    return bool(says) and any(letter.isalpha() for letter in value.text)


def contradiction(value: Defined, entry: Entry, figures_told: bool = False) -> Fault | None:
    """What keeps a definition of the entry from being the decided one; None where it is, or may be, the same.

    With `figures_told` a number of it is wrong and told of as such (DEF403): then only its words are judged.
    """
    if entry.definition is None:
        return None
    fault = disagreement(value, entry.definition, labels_of(entry), entry.type)
    if fault is None or (figures_told and fault.drift not in (Drift.DENIAL, Drift.CONTRAST)):
        return None
    return fault


def labels_of(entry: Entry) -> tuple[str, ...]:
    """The names of an entry, whose words say nothing in its definition."""
    return tuple(label.text for label in entry.labels)


def disagreement(
    value: Defined, decided: str, labels: tuple[str, ...], type: EntryType = EntryType.TERM
) -> Fault | None:
    """What keeps a definition from being the same as another one; None where it is, or may be."""
    verdict = compare(value.text, decided, labels)
    if verdict.drift is Drift.NONE:
        return None
    if value.form is Form.EXPLICIT:
        sure = verdict.excludes or verdict.shared == 0
        return Fault(verdict.drift, Certainty.CERTAIN if sure else Certainty.LIKELY)
    if not _is_meant(value, decided, labels, type, verdict):
        return None
    return Fault(verdict.drift, Certainty.LIKELY)


def _is_meant(value: Defined, decided: str, labels: tuple[str, ...], type: EntryType, verdict: Verdict) -> bool:
    """Whether what may be a remark is put as a definition: under the same genus, with something that restricts it."""
    general = bool(_GENERAL.match(value.text)) or bool(_ARITHMETIC.search(value.text))
    if type in _SOLD or not general or value.form is Form.DESCRIBED:
        # What is sold is praised in every other sentence: only what cannot be true beside the definition counts.
        return verdict.excludes and (verdict.same or verdict.overlap >= 0.2 or _many_clash(value.text, decided, labels))
    if verdict.excludes and verdict.shared >= _MUCH:
        return True
    if verdict.kind == "comment" or (type is not EntryType.PERSONA and _remarks(value.text, verdict)):
        return False
    universal = sense_of(value.text).universal
    if not universal and not _RESTRICTED.search(value.text):
        return False
    if type is EntryType.PERSONA:
        return bool(re.search(r"\b(?:who|whose|that)\b", value.text))
    if type is EntryType.METRIC and verdict.kind in ("ratio", "count", "amount"):
        return True
    return verdict.same or (verdict.kind is not None and _related(verdict))


_SAME_SORT = (frozenset(("person", "organisation", "deal")), frozenset(("ratio", "count", "amount", "time")))


def _related(verdict: Verdict) -> bool:
    """Whether a term may be put under both kinds: an account for a contact, a number for a share."""
    if verdict.kind == verdict.other or verdict.other is None:
        return verdict.other is not None
    return any({verdict.kind, verdict.other} <= sort for sort in _SAME_SORT)


def _remarks(text: str, verdict: Verdict) -> bool:
    """Whether the clause tells what somebody makes of it, not what it is: "the number that the board sees first".

    Of people and companies a relative clause tells which; of a figure, a fee or a plan it mostly comments.
    """
    if verdict.kind in ("person", "organisation", "deal") or _MEASURED.match(text):
        return False
    words = set(re.findall(r"[a-z]+", text.casefold()))
    return bool(words & kinds()["attention"]) or bool(_COMMENTED.match(text))


def _many_clash(stated: str, decided: str, labels: tuple[str, ...]) -> bool:
    """Whether a phrase without any word in common still speaks of the same: it has a number of the same kind."""
    ours, theirs = sense_of(stated, labels), sense_of(decided, labels)
    same_kind = {q.unit.kind for q in ours.numbers} & {q.unit.kind for q in theirs.numbers}
    return bool(same_kind) and len(ours.concepts) >= 3


def decided_in_short(entry: Entry, fault: Fault) -> dict[str, object]:
    """The fields of a message: {term} {type} {definition} {reason} {agreed}."""
    return {
        "term": entry.preferred.text,
        "type": spoken_type(entry),
        "definition": (entry.definition or "").rstrip("."),
        "reason": _REASONS[fault.drift],
        "agreed": agreed_by(entry),
    }
