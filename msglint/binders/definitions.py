"""Definitions: whose is this definiens, and is it ours. Statements have kind "definition", their value is a `Defined`.

A term that the glossary lacks is a statement without an entry, and only where the text says that it defines.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
import re

from msglint.facts.defining import Defined, Definition, Form, own_term
from msglint.facts.layout import Layout
from msglint.facts.telling import is_aside, is_claim
from msglint.facts.words import kind_of
from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import Document, Role
from msglint.model.glossary import Glossary
from msglint.model.judgement import Mention, Stance, Statement, Variation
from msglint.model.scale import Certainty
from msglint.text.normalise import fold, normalise

_LEAD = lazy_pattern(
    r"(?:(?:^|.*[,:;.]\s*)|(?:for us|here|so|and|but|also|now|today|internally|remember|note)\s+)"
    r"(?:by |when we say |whenever we say )?(?:(?:an?|the|our|every|each|all|any|your|this)\s+)?"
    r"(?:(?:term|word|name|metric|stage|label|abbreviation|acronym|persona|title|expression|phrase)\s+)?"
    r"[\"“”‘’'*_«(\[]*\Z",
    re.IGNORECASE | re.DOTALL,
)
_TAIL = lazy_pattern(r"[\"“”‘’'*_»)\]]*(?:\s*\([^()]{1,60}\))?[\"“”‘’'*_»)\],]*\s*\Z")
_POINTED = lazy_pattern(r"[\"“‘'*_]|(?:[Aa]n?|[Tt]he (?:term|word|name)) |(?:the )?[A-Z][A-Z&]{1,5}s?\b")
_DEFINING = lazy_pattern(r"\b(?:by|define) \Z", re.IGNORECASE)
_NO_NOUN = lazy_pattern(
    r"(?:\w+ing|that|to|we|you|they|it|he|she|what|how|when|whether|if|not|no|more|less|there)\b", re.IGNORECASE
)


def bind(document: Document, mentions: Sequence[Mention], glossary: Glossary) -> Iterator[Statement]:
    """One statement for every definition whose term is told clearly."""
    found = [mention for mention in mentions if mention.kind == "definition"]
    if not found:
        return
    layout = Layout(document)
    named: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.kind == "name" and (mention.certainty >= Certainty.LIKELY or not mention.variations):
            # An ordinary word with its capital may be no name; where a text defines it, it is.
            named[id(mention.segment)].append(mention)
    for mention in found:
        definition = mention.value
        assert isinstance(definition, Definition)
        name = _named(definition, named[id(definition.segment)])
        statement = _of_entry(mention, definition, name) if name else _of_term(mention, definition)
        if statement is not None:
            yield _told(statement, mention, definition, layout, glossary)


def _named(definition: Definition, names: Sequence[Mention]) -> Mention | None:
    """The name that the subject is, but for an article, quotation marks and an aside: "For us, an MQL"."""
    start, end = definition.subject
    text = definition.segment.text
    inside = [name for name in names if start <= name.start and name.end <= end and name.entry]
    entries = {name.entry.id for name in inside if name.entry}
    for name in inside:
        whole = _LEAD.match(text[start : name.start]) and _TAIL.match(text[name.end : end])
        if whole and len(entries) == 1 and Variation.IDENTIFIER not in name.variations:
            return name
    return None


def _of_entry(mention: Mention, definition: Definition, name: Mention) -> Statement:
    assert name.entry is not None
    value = Defined(name.entry.preferred.text, name.entry.id, mention.said, definition.form)
    return Statement("definition", name.entry, (mention, name), mention.certainty, value=value)


def _of_term(mention: Mention, definition: Definition) -> Statement | None:
    start, end = definition.subject
    subject = normalise(definition.segment.text[start:end].strip()).text
    match = own_term(subject)
    if match is None:
        return None
    apart = definition.segment is not mention.segment or (start == 0 and end == len(definition.segment.text))
    pointed = bool(_POINTED.match(subject)) or bool(_DEFINING.search(definition.segment.text, 0, start))
    if not apart and not (pointed or definition.form is Form.EXPLICIT and mention.segment.role is Role.ITEM):
        return None
    if not apart and (
        _NO_NOUN.match(mention.said) or (definition.form is not Form.EXPLICIT and not _puts(mention.said))
    ):
        return None
    key = fold(match["term"]).replace("-", " ")
    value = Defined(match["term"], key, mention.said, definition.form)
    return Statement("definition", None, (mention,), mention.certainty, value=value)


def _puts(definiens: str) -> bool:
    """Whether a remark's shape ("a lead is …") puts the term under a kind that is known, with what restricts it."""
    kind = kind_of(definiens)
    return kind not in (None, "comment") and bool(_RESTRICTS.search(definiens))


_RESTRICTS = lazy_pattern(r"\b(?:who|whose|that|which|with|without|where)\b|\A(?:any|every|all)", re.IGNORECASE)


def _told(
    statement: Statement, mention: Mention, definition: Definition, layout: Layout, glossary: Glossary
) -> Statement:
    """The same with its stance: what is asked, told as past, supposed, denied or ascribed to others is not ours."""
    segment = mention.segment
    quotation = segment.text if segment.role is Role.QUOTE else ""
    ours = is_claim(
        segment.text,
        mention.start,
        mention.end,
        measured=False,
        organization=glossary.organization,
        quotation=quotation,
    )
    aside = any(is_aside(title.text) for title in layout.titles(segment))
    stance = Stance.OURS if ours and not aside else Stance.THEIRS
    return Statement(statement.kind, statement.entry, statement.mentions, statement.certainty, stance, statement.value)
