"""Do two definitions say the same? Substance, not wording: a paraphrase is the same, and where it is unclear we say so.

After natural logic (B. MacCartney, C. Manning, "Natural logic for textual inference", 2007): words are aligned by stem
and kin, and two definitions drift apart where an exclusion stands between them (another number of one kind, a denial
on one side, words that contrast) or where so little of the one is in the other that they speak of different things. The
thresholds were set on tests/definitions/data and measured on tests/definitions/held
(`python -m tests.definitions.report`).
"""

from enum import Enum
from functools import cache

from msgspec import Struct

from msglint.facts.quantities import Quantity
from msglint.facts.words import Sense, concept_of, contrasts, kinds, sense_of

_LEAST_SHARED = 0.25
"""Below this share of the statement's words in the decision, on both sides, they speak of different things."""
_LEAST_KEPT = 0.5
"""From this share on, a bare number on both sides is taken to be of the same thing."""
_LEAST_KEPT_BY_ANY = 0.35
""""Any contact" that keeps less than this of what was decided has dropped its conditions."""


class Drift(Enum):
    NONE = "none"
    NUMBER = "number"  # another number of one kind
    DENIAL = "denial"  # one says what the other denies
    CONTRAST = "contrast"  # before and after, customer and revenue
    GENUS = "genus"  # a number and not a share
    DISJOINT = "disjoint"  # nothing, or next to nothing, in common
    WIDENED = "widened"  # any contact, where conditions were decided


class Verdict(Struct, frozen=True):
    """What keeps two definitions apart, if anything does.

    shared       share of the statement's content words that the decision has too (0–1)
    overlap      the same, the words of the term itself counted
    kind, other  the kinds of thing they put the term under, as far as known (genus.txt); `same` where it is one word
    """

    drift: Drift
    shared: float
    kind: str | None
    other: str | None
    same: bool
    overlap: float

    @property
    def excludes(self) -> bool:
        """Whether the two cannot both hold; else the statement is merely about something else."""
        return self.drift in (Drift.NUMBER, Drift.DENIAL, Drift.CONTRAST)


def compare(stated: str, decided: str, labels: tuple[str, ...] = ()) -> Verdict:
    """How a definition as stated stands to the one decided; `labels` are the names of what is defined."""
    said, wanted = sense_of(stated, labels), sense_of(decided, labels)
    ours, theirs = _criteria(said, wanted), _criteria(wanted, said)
    common = ours & theirs
    shared = len(common) / len(ours) if ours else float(not said.concepts)
    overlap = len(said.content & wanted.content) / len(said.content) if said.content else 0.0
    kept = len(common) / len(theirs) if theirs else 1.0
    return Verdict(
        _drift(said, wanted, shared, kept), shared, said.kind, wanted.kind, said.genus == wanted.genus, overlap
    )


def _drift(said: Sense, wanted: Sense, shared: float, kept: float) -> Drift:
    if (said.denied & wanted.concepts) - wanted.negative or (wanted.denied & said.concepts) - said.negative:
        return Drift.DENIAL
    if _contrast(said.content - said.denied, wanted.content - wanted.denied):
        return Drift.CONTRAST
    if numbers_clash(said.numbers, wanted.numbers) or (shared >= _LEAST_KEPT and _figures_clash(said, wanted)):
        return Drift.NUMBER
    agreeing = _numbers_agree(said.numbers, wanted.numbers)
    ours = _criteria(said, wanted)
    if said.universal and kept < _LEAST_KEPT_BY_ANY and not agreeing:
        return Drift.WIDENED
    if ours and shared < _LEAST_SHARED and kept < _LEAST_SHARED and not agreeing:
        return Drift.DISJOINT
    if (
        not (said.ratio or wanted.ratio)
        and said.kind
        and wanted.kind
        and said.kind != wanted.kind
        and {said.kind, wanted.kind} <= _MEASURED
        and not agreeing
    ):
        return Drift.GENUS
    return Drift.NONE


_MEASURED = frozenset(("ratio", "count", "amount", "time"))


def _criteria(sense: Sense, other: Sense) -> frozenset[str]:
    """The content without the bare genus ("a contact …"), which most definitions of one kind share."""
    shared_genus = {sense.genus} if sense.genus and sense.genus == other.genus else set()
    return sense.concepts - _generic() - shared_genus - _weak()


@cache
def _generic() -> frozenset[str]:
    return frozenset(concept_of(word) for word in kinds()["person"]) - {"custom", "visitor"}


@cache
def _weak() -> frozenset[str]:
    """Words that fit any definition, and so make none alike."""
    return frozenset(concept_of(word) for word in kinds()["weak"])


def _contrast(said: frozenset[str], wanted: frozenset[str]) -> bool:
    for group in contrasts():
        ours, theirs = said & group, wanted & group
        if ours and theirs and not ours & theirs:
            return True
    return False


def numbers_clash(said: tuple[Quantity, ...], wanted: tuple[Quantity, ...]) -> bool:
    """Whether both name a number of one kind and none of them is the same."""
    for quantity in said:
        rivals = [other for other in wanted if other.unit.kind == quantity.unit.kind and quantity.unit.kind]
        if rivals and not any(_same(quantity, other) for other in rivals) and not _maybe(quantity, rivals):
            fellows = [other for other in said if other.unit.kind == quantity.unit.kind]
            if not any(_same(fellow, other) for fellow in fellows for other in rivals):
                return True
    return False


def _figures_clash(said: Sense, wanted: Sense) -> bool:
    """Whether both name one bare number, and another: "lead score 50", "lead score 60"."""
    ours = {quantity.number for quantity in said.numbers if not quantity.unit.kind}
    theirs = {quantity.number for quantity in wanted.numbers if not quantity.unit.kind}
    return len(ours) == len(theirs) == 1 and ours != theirs


def _numbers_agree(said: tuple[Quantity, ...], wanted: tuple[Quantity, ...]) -> bool:
    return any(_same(quantity, other) for quantity in said for other in wanted if other.unit.kind)


def _same(quantity: Quantity, other: Quantity) -> bool:
    if quantity.unit.scale != other.unit.scale:
        return False
    low = quantity.number * quantity.unit.size == other.number * other.unit.size
    return low and (quantity.to is None or other.to is None or quantity.to == other.to)


def _maybe(quantity: Quantity, rivals: list[Quantity]) -> bool:
    """Times on scales that do not convert ("30 days", "one month") are no clear clash."""
    return all(other.unit.scale != quantity.unit.scale for other in rivals)
