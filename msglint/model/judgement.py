"""From what was located to what was judged: mentions, statements, findings, the report."""

from collections.abc import Hashable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from msgspec import Struct, field

from msglint.model.document import Location, Segment
from msglint.model.glossary import Entry, Label
from msglint.model.scale import Certainty, Severity


class Variation(StrEnum):
    """In what a mention differs from the label it was matched to. Nothing at all: it is written as in the glossary."""

    CASE = "case"
    JOINT = "joint"  # other hyphens, spaces or none between or within words
    INFLECTED = "inflected"  # plural or possessive of the head noun
    NUMBER = "number"  # singular or plural of another word, or the singular of a plural name
    EQUIVALENT = "equivalent"  # and/&, for/4, to/2
    ORDER = "order"
    TYPO = "typo"
    IDENTIFIER = "identifier"  # snake_case, camelCase, kebab-case


class Mention(Struct, frozen=True):
    """Something a finder located in `segment.text[start:end]`; it judges nothing.

    kind   "name", "money", "date", "percent", …; each finder documents its own
    entry  the glossary's entry, and the label of it that is nearest to what was written; None for kinds without
    value  what the kind is about: an amount, a date; documented by the finder
    """

    segment: Segment
    start: int
    end: int
    kind: str
    certainty: Certainty
    entry: Entry | None = None
    label: Label | None = None
    variations: frozenset[Variation] = frozenset()
    value: object = None

    @property
    def said(self) -> str:
        return self.segment.text[self.start : self.end]


class Stance(StrEnum):
    """Who speaks, and of when."""

    OURS = "ours"
    PAST = "past"  # told as past: "formerly Business Lunch"
    THEIRS = "theirs"  # a quoted sentence of somebody else
    CHANGE = "change"  # a notice whose subject is the change itself


class Statement(Struct, frozen=True):
    """What the document says of an entry: that it is called so, costs so much, runs until then.

    kind   "name", "price", "offer", "definition", "fact"; `mentions[0]` is the one a finding is placed at
    value  what is stated, documented by the binder
    """

    kind: str
    entry: Entry | None
    mentions: tuple[Mention, ...]
    certainty: Certainty
    stance: Stance = Stance.OURS
    value: object = None


class Circumstances(Struct, frozen=True):
    """What a document is judged as: on which day, for whom, through which channel, where, in which language.

    `model` is the spaCy pipeline to ask for parts of speech; None where the configuration names none.
    """

    as_of: date
    audience: str | None = None
    channel: str | None = None
    region: str | None = None
    language: str | None = None
    model: str | None = None


class Example(Struct, frozen=True):
    """A rule's proof. `says` and `suggests` are the exact words of the one finding an invalid example yields."""

    text: str
    says: str | None = None
    suggests: str | None = None
    as_of: date | None = None
    circumstances: Mapping[str, str] = field(default_factory=dict)
    format: str = "md"
    line: int = 0


class Rule(Struct, frozen=True):
    """An entry of a rule pack: what we judge, how severe, what to say, why it matters."""

    code: str
    name: str
    check: str
    severity: Severity
    message: str
    why: str
    pack: str
    line: int = 0
    options: Mapping[str, object] = field(default_factory=dict)
    fix: str | None = None
    enabled: bool = True  # "off by default" rules run only when selected by their code
    valid: tuple[Example, ...] = ()
    invalid: tuple[Example, ...] = ()

    def say(self, **values: object) -> str:
        """The message with its {fields} filled in; an unknown field raises KeyError (found by `rules test`)."""
        return self.message.format_map(values)


class Edit(Struct, frozen=True):
    """Replace segment.text[start:end] by `text`, through the segment's pieces."""

    segment: Segment
    start: int
    end: int
    text: str


class Excerpt(Struct, frozen=True):
    """The line a finding stands in, or as much around it as is worth showing: text[start:end] is what it is about.

    `number` is the line's in the file; None where there are no lines, or only those of a decoded part.
    """

    text: str
    start: int
    end: int
    number: int | None = None


class Finding(Struct, frozen=True):
    """One disagreement between what is said and what was decided.

    said, suggestion  `suggestion` replaces exactly `said`; None where nothing single can be said
    fix               "safe", "unsafe" or None; `edits` carry it out
    order             reading order within the document: (segment index, start)
    excerpt           the words around it; None where it stands nowhere in a text
    instead_of        codes of rules whose findings at the same place this one says better
    since             the first day of what was decided; None where none is known
    """

    rule: str
    name: str
    severity: Severity
    certainty: Certainty
    message: str
    location: Location
    said: str
    suggestion: str | None = None
    fix: str | None = None
    edits: tuple[Edit, ...] = ()
    entry: str | None = None
    owner: str | None = None
    fingerprint: str = ""
    order: tuple[int, int] = (0, 0)
    excerpt: Excerpt | None = None
    instead_of: tuple[str, ...] = ()
    since: date | None = None

    @classmethod
    def of(
        cls,
        rule: Rule,
        location: Location,
        message: str,
        *,
        severity: Severity | None = None,
        certainty: Certainty = Certainty.CERTAIN,
        said: str = "",
        **more: Any,
    ) -> "Finding":
        """A finding of that rule, at the rule's own severity unless told otherwise; `more` are further fields."""
        weight = rule.severity if severity is None else severity
        return cls(rule.code, rule.name, weight, certainty, message, location, said, **more)


class Saying(Struct, frozen=True):
    """What one document says, to be compared with what others say.

    subject  what it is about, such as an entry's id
    value    hashable and picklable; documented by the check
    finding  the finding it would be, at its place; its message is said anew when it is judged
    blamed   whether it may be blamed; documents that are only read for comparison are not
    """

    subject: str
    value: Hashable
    finding: Finding
    blamed: bool = True


class Report(Struct, frozen=True):
    """Everything a run has to say. `findings` are sorted: path, reading order, code.

    documents   number read;  skipped  without a reader, in folder walks;  unreadable  READ001
    checked     the paths of those read, in the order of the run
    model       the spaCy pipeline in use, None for blank
    known       findings that the baseline knows, which are not among `findings`
    unchanged   findings where nothing has changed, which are not either, in a run over what has
    decided     entry -> where the glossary says so, for the entries of the findings
    made_from   path -> files beside it to correct in its stead, where documents of its kind are only reported
    """

    findings: tuple[Finding, ...]
    as_of: date
    documents: int = 0
    skipped: int = 0
    unreadable: int = 0
    known: int = 0
    unchanged: int = 0
    checked: tuple[str, ...] = ()
    model: str | None = None
    decided: Mapping[str, Location] = field(default_factory=dict)
    rules: Mapping[str, Rule] = field(default_factory=dict)
    made_from: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
