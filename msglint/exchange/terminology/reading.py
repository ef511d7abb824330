"""Concepts of a term base -> entries."""

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from msglint.agreement.plain import Fields
from msglint.exchange.capitals import habit_of
from msglint.exchange.incoming import Incoming, Placed, understood
from msglint.exchange.passing import Arriving
from msglint.exchange.reading import shouted
from msglint.exchange.terminology import MADE_BY
from msglint.exchange.terminology.concepts import Concept, Section, TermBase, term_base
from msglint.exchange.terminology.writing import id_of
from msglint.model.glossary import EntryType, LabelKind

_STATUS = "administrativeStatus"
_KINDS = {
    "preferred": LabelKind.PREFERRED, "standardized": LabelKind.PREFERRED, "legal": LabelKind.PREFERRED,
    "regulated": LabelKind.PREFERRED, "admitted": LabelKind.ADMITTED, "deprecated": LabelKind.DEPRECATED,
    "superseded": LabelKind.SUPERSEDED,
}  # fmt: skip
"""First part of a status: "preferredTerm-admn-sts" here, "preferredTerm" in TBX 2 (ISO 12620:1999, A.2.9)."""
_READ = {_STATUS, "normativeAuthorization", "term", "definition", "note", "subjectField", "termType"}


def terminology_of(arriving: Arriving) -> Incoming:
    """What a term base says that a glossary holds. Raises GlossaryError and ReadError."""
    base = term_base(arriving.path, arriving.data)
    wanted = arriving.language or arriving.defaults.language
    reading = _Reading(wanted, MADE_BY in base.header)
    for concept in base.concepts:
        reading.concept(concept)
    habit = None if reading.ours else habit_of(reading.entries)
    warnings = [*reading.warnings(base), *([habit.warning] if habit else [])]
    around: Fields = {"defaults": {"language": wanted}}
    incoming = understood(arriving.path, reading.entries, around, warnings)
    return replace(incoming, shouted=shouted(incoming, habit))


class _Reading(Struct):
    """`language` is that of preferred names; `ours`: the file was made by us."""

    language: str
    ours: bool
    entries: list[Fields] = field(default_factory=list)
    unread: Counter[str] = field(default_factory=Counter)
    nameless: list[str] = field(default_factory=list)

    def concept(self, concept: Concept) -> None:
        """Add the entry of a concept."""
        labels = list(self._labels(concept))
        preferred = self._preferred(labels)
        self._count(concept)
        if preferred is None:
            self.nameless.append(concept.id or "a concept without an id")
            return
        entry: Fields = {"term": preferred.text}
        if own := id_of(concept.id):
            entry["id"] = preferred.text.instead(own)
        entry["language"] = preferred.text.instead(preferred.language)
        for label in labels:
            if label is not preferred:
                listed = entry.setdefault(self._kind(label).value, [])
                if isinstance(listed, list):
                    listed.append(label.fields(preferred.language))
        self._describe(entry, concept, preferred)
        self.entries.append(entry)

    def _labels(self, concept: Concept) -> Iterator["_Term"]:
        for language in concept.languages:
            for term in language.terms:
                text = term.first("term")
                if text is not None:
                    yield _Term(text, language.language or self.language, term)

    def _preferred(self, labels: list["_Term"]) -> "_Term | None":
        """The name to use: the preferred term of our language, else its first that is not to be avoided."""
        ranked = sorted(labels, key=self._nearness)
        for kinds in ((LabelKind.PREFERRED,), (None,), (LabelKind.ADMITTED,)):
            for label in ranked:
                if label.kind in kinds and (self.ours or self._nearness(label) < 2):
                    return label
        return None

    def _nearness(self, label: "_Term") -> int:
        if self.ours:
            return 0
        if label.language.casefold() == self.language.casefold():
            return 0
        return 1 if label.language.split("-")[0].casefold() == self.language.split("-")[0].casefold() else 2

    def _kind(self, label: "_Term") -> LabelKind:
        """Of a label beside the preferred one."""
        return LabelKind.ADMITTED if label.kind in (None, LabelKind.PREFERRED) else label.kind

    def _describe(self, entry: Fields, concept: Concept, preferred: "_Term") -> None:
        language = next((each for each in concept.languages if each.language == preferred.language), None)
        definitions = [*concept.all("definition"), *(language.all("definition") if language else [])]
        definitions += preferred.section.all("definition")
        if definitions:
            entry["definition"] = definitions[0]
        foreign = [each for each in concept.languages if each is not language]
        self.unread["definition in another language"] += sum(len(each.all("definition")) for each in foreign)
        notes = [*concept.all("note"), *(language.all("note") if language else []), *preferred.section.all("note")]
        if notes:
            entry["note"] = notes[0].instead(" ".join(notes))
        field_ = concept.first("subjectField")
        if field_ is not None and field_.casefold() in set(EntryType):
            entry["type"] = field_.instead(field_.casefold())
        elif field_ is not None:
            self.unread["subjectField"] += 1

    def _count(self, concept: Concept) -> None:
        """What is said that nobody reads."""
        terms = [term for language in concept.languages for term in language.terms]
        for section in (concept, *concept.languages, *terms):
            self.unread.update(name for name, _ in section.said if name not in _READ)

    def warnings(self, base: TermBase) -> Iterator[str]:
        if +self.unread:
            said = ", ".join(f"{name} ({count})" for name, count in sorted((+self.unread).items()))
            yield f"these categories have no place in a glossary and were left out: {said}"
        if self.nameless:
            shown = ", ".join(self.nameless[:5])
            more = f" and {len(self.nameless) - 5} more" if len(self.nameless) > 5 else ""
            yield (
                f"no term in “{self.language}” that may be used, so these were left out: {shown}{more}; name another "
                "language with --language"
            )
        if not base.concepts and not self.ours:
            yield "the file holds no concept"


class _Term(Struct, frozen=True):
    text: Placed
    language: str
    section: Section

    @property
    def kind(self) -> LabelKind | None:
        """None where its status is not told."""
        status = self.section.first(_STATUS) or self.section.first("normativeAuthorization") or ""
        kind = _KINDS.get(status.partition("Term")[0])
        if kind is LabelKind.DEPRECATED and self.section.first("termType") == "variant":
            return LabelKind.HIDDEN
        return kind

    def fields(self, language: str) -> Fields:
        fields: Fields = {"term": self.text}
        if self.language != language:
            fields["language"] = self.text.instead(self.language)
        notes = self.section.all("note")
        if notes:
            fields["why"] = notes[0].instead(" ".join(notes))
        return fields
