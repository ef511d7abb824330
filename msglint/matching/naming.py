"""What the checks of names share: which names a document claims, how they stand, and what a message says of them."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypedDict

from msgspec import Struct

from msglint.glossary.standing import Standing, applies, is_retired, right_name, stale_from, standing
from msglint.matching.wording import reword
from msglint.model.glossary import Entry, EntryType, Label, LabelKind
from msglint.model.judgement import Circumstances, Mention, Stance, Statement, Variation
from msglint.model.scale import Certainty, Severity

FIELDS_OF_NAMES = ("label", "preferred", "since", "why", "type", "agreed")
"""What a message about a name may say of it, besides {said}, {owner} and {ask}."""

_SLIPS = {Variation.NUMBER, Variation.TYPO, Variation.EQUIVALENT, Variation.ORDER, Variation.JOINT}
_VOCABULARY = (EntryType.PERSONA, EntryType.STAGE)
_OLD = (LabelKind.SUPERSEDED, LabelKind.DEPRECATED, LabelKind.ADMITTED)
_PAST_ITS_DAYS = (Standing.STALE, Standing.GRACE)
_CERTAIN = {Variation.CASE, Variation.JOINT, Variation.INFLECTED}


class Told(TypedDict):
    """The fields of a finding about a name, by the keywords of Case.finding."""

    certainty: Certainty
    severity: Severity | None
    suggestion: str | None
    fix: str
    values: dict[str, object]
    since: date | None


class Name(Struct, frozen=True):
    """A name that a document says, as it stands on the document's day.

    mentions  several where it is a split; mention, entry, label and kind are the first one's
    stale     whether it is a former or forbidden name past its days, told as if it held
    """

    mentions: tuple[Mention, ...]
    mention: Mention
    entry: Entry
    label: Label
    kind: LabelKind
    standing: Standing
    stance: Stance
    certainty: Certainty
    as_of: date
    stale: bool

    @property
    def vocabulary(self) -> bool:
        """Whether it names a persona or a stage, which AUD502 judges instead of NAM101–104."""
        return self.entry.type in _VOCABULARY

    @property
    def slip(self) -> bool:
        """A current name written wrongly, or a known slip of it."""
        if self.stance is Stance.PAST or Variation.IDENTIFIER in self.mention.variations:
            return False
        if self.kind is LabelKind.HIDDEN:
            return self.standing is Standing.STALE
        return self.kind.current and self.standing is Standing.RIGHT and bool(self.mention.variations & _SLIPS)

    @property
    def miscased(self) -> bool:
        """A current name in the right words and another case."""
        variations = self.mention.variations
        claimed = self.standing is Standing.RIGHT and self.stance is not Stance.PAST
        return claimed and Variation.CASE in variations and not self.slip and Variation.IDENTIFIER not in variations

    @property
    def severity(self) -> Severity | None:
        """NOTE within the days of grace, else the rule's own."""
        return Severity.NOTE if self.standing is Standing.GRACE else None

    @property
    def right_label(self) -> Label:
        """What to say instead: of a slip in an admitted name that name, else the one that holds on the day."""
        if self.kind.current and self.standing is Standing.RIGHT:
            return self.label
        return right_name(self.entry, self.as_of)

    @property
    def suggestion(self) -> str | None:
        """What replaces the words said; None where two entries claim them or the new name may not be said yet."""
        if len(self.mentions) > 1:
            return None
        right = self.right_label
        if right.kind.current and standing(self.entry, right, self.as_of) is not Standing.RIGHT:
            return None
        return self.reworded(right)

    def reworded(self, label: Label) -> str:
        """That label in the shape of the words said."""
        mention = self.mention
        hashtag = mention.segment.text[mention.start - 1 : mention.start] == "#"
        said = " ".join(mention.said.split())
        english = (label.language or self.entry.language).casefold().startswith("en")
        return reword(said, self.label.text, label.text, english, hashtag)

    @property
    def since(self) -> date | None:
        """The first day on which it is no longer right, as far as the glossary tells."""
        return stale_from(self.entry, self.label)

    @property
    def told(self) -> Told:
        """What a finding of it says; to replace it is safe only where the match is certain."""
        return Told(
            certainty=self.certainty,
            severity=self.severity,
            suggestion=self.suggestion,
            fix="safe" if self.certainty is Certainty.CERTAIN else "unsafe",
            values=self.values(),
            since=self.since,
        )

    def values(self) -> dict[str, object]:
        """What a rule's message may say of it, by FIELDS_OF_NAMES."""
        names = sorted({m.entry.preferred.text for m in self.mentions if m.entry})
        agreed = ", ".join(f"{s.by} ({s.team})" if s.by else s.team for s in self.entry.sign_off)
        return {
            "label": self.label.text,
            "preferred": "” or “".join(names) if len(names) > 1 else self.right_label.text,
            "since": f" on {self.since.isoformat()}" if self.since else "",
            "why": f" {self.label.why.rstrip('.')}." if self.label.why else "",
            "type": self.entry.type.value,
            "agreed": f" Agreed by {agreed}." if agreed else "",
        }


def names(statements: Iterable[Statement], circumstances: Circumstances) -> Iterator[Name]:
    """The names a document says, of the entries that hold in its channel and region, in reading order."""
    for statement in statements:
        if statement.kind == "name":
            held = tuple(m for m in statement.mentions if m.entry and applies(m.entry, circumstances))
            if held:
                yield _name(held, statement, circumstances.as_of)


def _name(mentions: tuple[Mention, ...], statement: Statement, as_of: date) -> Name:
    first = mentions[0]
    entry, label = first.entry, first.label
    assert entry is not None  # the names finder's mentions always have both
    assert label is not None
    certainty = first.certainty
    if statement.stance in (Stance.THEIRS, Stance.CHANGE):
        certainty = Certainty.POSSIBLE
    elif is_retired(entry, as_of) and first.variations <= _CERTAIN:
        certainty = Certainty.CERTAIN  # a retired name is found in any case of letters
    stands, stance = standing(entry, label, as_of), statement.stance
    stale = label.kind in _OLD and stands in _PAST_ITS_DAYS and stance is not Stance.PAST
    return Name(mentions, first, entry, label, label.kind, stands, stance, certainty, as_of, stale)
