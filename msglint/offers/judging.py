"""How each statement about an offer stands to the glossary: which rules it breaks, and where.

A wrong end is told in place of the offer's being over: the two are mended together.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from functools import cache

from msgspec import Struct

from msglint.glossary.scopes import is_inside
from msglint.glossary.standing import Standing, applies, standing
from msglint.lazy_pattern import lazy_pattern
from msglint.matching.scoping import merely_words
from msglint.model.document import Role
from msglint.model.glossary import Entry, Glossary
from msglint.model.judgement import Circumstances, Mention, Stance, Statement, Variation
from msglint.model.scale import Certainty
from msglint.money.amount import Amount
from msglint.money.doubts import is_attribute
from msglint.offers.catalogue import Offers, offers_of
from msglint.offers.claim import By, OfferClaim, Telling
from msglint.offers.days import Day, Edge
from msglint.offers.standing import Match, ahead, compare, equals, over, runs, wanted_price
from msglint.offers.tables import blocks
from msglint.text.sentences import sentence_at

_FAR = timedelta(days=150)
"""A discount known by its words alone, and whose stated day is further from the offer's, is another campaign."""

_GENERAL = lazy_pattern(r" (?:of|rates?|prices?|pricing|specials?|discounts?|tickets?|offers?|deals?)\b")
"""What follows words that only describe ("early bird rates"), where they are not written as the name is."""
_BEHIND = 60

_HELD_OUT = frozenset((Role.TITLE, Role.SUBJECT, Role.CELL, Role.ITEM, Role.ALT, Role.CAPTION))
"""What stands alone in these is held out to the reader."""
_FEW = 6
"""Words of a sentence that is a call or a label rather than a statement."""


_WORD = lazy_pattern(r"[a-z]+")


@cache
def _offering() -> frozenset[str]:
    return frozenset(word for line in blocks("offering")[""] for word in line.split())


class Fault(Enum):
    EXPIRED = "OFR301"
    NOT_STARTED = "OFR302"
    DATE = "OFR303"
    VALUE = "OFR304"


class Judged(Struct, frozen=True):
    """One thing that is wrong with what is said of an offer.

    mention  where
    told     the offer is over, and says so by its own (right) end
    wanted   the right day, or the price with the offer and its currency
    """

    fault: Fault
    mention: Mention
    offer: Entry
    certainty: Certainty
    told: bool = False
    wanted: date | tuple[Decimal, str] | None = None


def judged(statements: Sequence[Statement], glossary: Glossary, circumstances: Circumstances) -> Iterator[Judged]:
    """Everything that a document says wrongly of offers."""
    found = [statement for statement in statements if statement.kind == "offer"]
    if not found:
        return
    offers = offers_of(glossary)
    for statement in found:
        claim = statement.value
        if isinstance(claim, OfferClaim):
            offer = meant(claim, offers, circumstances)
            if offer is not None:
                yield from _Case(statement, claim, offer, offers, circumstances).faults()


def meant(claim: OfferClaim, offers: Offers, circumstances: Circumstances) -> Entry | None:
    """The offer that is meant: of several the one that runs, else the one last over, else the first to come."""
    held = [offer for offer in claim.offers if applies(offer, circumstances)]
    if claim.by is By.WORDS:
        equal = [offer for offer in held if any(equals(offer, value, offers) for value in claim.values)]
        if not equal:
            return _other(held, claim, circumstances.as_of)
        held = equal
    return min(held, key=lambda offer: _distance(offer, circumstances.as_of), default=None)


def _distance(offer: Entry, day: date) -> tuple[int, int]:
    if runs(offer, day):
        return 0, 0
    if over(offer, day):
        return 1, (day - (offer.valid_through or date.min)).days
    return 2, ((offer.valid_from or date.max) - day).days


def _other(held: Sequence[Entry], claim: OfferClaim, day: date) -> Entry | None:
    """The only offer of the item, running or with a window as it is stated, though its value is another."""
    if len(held) != 1:
        return None
    ends = [m.value for m in claim.days if isinstance(m.value, Day) and m.value.edge in (Edge.END, Edge.BEFORE)]
    same = held[0].valid_through is not None and any(end.agrees(held[0].valid_through) for end in ends)
    return held[0] if same or (runs(held[0], day) and not ends) else None


class _Case(Struct, frozen=True):
    statement: Statement
    claim: OfferClaim
    offer: Entry
    offers: Offers
    circumstances: Circumstances

    @property
    def as_of(self) -> date:
        return self.circumstances.as_of

    @property
    def first(self) -> Mention:
        return self.statement.mentions[0]

    def faults(self) -> Iterator[Judged]:
        if self._is_no_offer():
            return
        dates = list(self._dates())
        yield from dates
        yield from self._values()
        shown = [each for each in dates if each.certainty >= Certainty.LIKELY]
        if self.claim.by in (By.BLOCK, By.ALONE) or shown:
            return
        if over(self.offer, self.as_of) and not self._told_truly():
            told = any(self._is_right_end(day) for day in self.claim.days)
            certainty = self._certainty() if self._is_offered() else Certainty.POSSIBLE
            yield Judged(Fault.EXPIRED, self.first, self.offer, certainty, told)
        elif ahead(self.offer, self.as_of) and not self._told_truly():
            inside = is_inside(self.circumstances.audience) and self.claim.by is By.NAME
            yield Judged(Fault.NOT_STARTED, self.first, self.offer, Certainty.POSSIBLE if inside else self._certainty())

    def _is_no_offer(self) -> bool:
        """A name that is a former one before the new one holds, or none at all but an identifier."""
        mention = self.first
        if mention.kind != "name" or mention.label is None:
            return False
        stands = standing(self.offer, mention.label, self.as_of)
        return Variation.IDENTIFIER in mention.variations or (
            stands is Standing.RIGHT and ahead(self.offer, self.as_of) and not mention.label.kind.current
        )

    def _certainty(self) -> Certainty:
        doubts = (self.statement.stance is Stance.THEIRS, self.claim.doubt, self._merely_words())
        return Certainty.POSSIBLE if any(doubts) else max(Certainty.LIKELY, self.statement.certainty)

    def _merely_words(self) -> bool:
        """Whether the name may be ordinary words: "early birds", "the summer swim club", "winter rate of growth"."""
        mention = self.first
        if mention.kind != "name":
            return False
        if mention.certainty < Certainty.LIKELY and Variation.CASE not in mention.variations:
            return True
        behind = mention.segment.text[mention.end : mention.end + _BEHIND].lstrip("\"”’'")
        other_case = Variation.CASE in mention.variations and not mention.said.isupper()
        return merely_words(mention) or (other_case and (is_attribute(behind) or bool(_GENERAL.match(behind))))

    def _is_offered(self) -> bool:
        """Whether a bare name is held out to somebody ("our Spring Offer") rather than only spoken of."""
        mention = self.first
        if self.claim.by is not By.NAME or self.claim.values or self.claim.days or self.claim.prices:
            return True
        text = mention.segment.text
        start, end = sentence_at(text, mention.start)
        around = f"{text[start : mention.start]} {text[mention.end : end]}"
        words = set(_WORD.findall(around.casefold()))
        return len(words) < _FEW or mention.segment.role in _HELD_OUT or not words.isdisjoint(_offering())

    def _told_over(self) -> bool:
        """Whether it is told of as ended, or asked about."""
        return self.claim.telling in (Telling.OVER, Telling.ASKED) or self.statement.stance is Stance.PAST

    def _told_truly(self) -> bool:
        """Whether it is not said to be had now: it has ended, is to come, comes back, or is asked about."""
        return self._told_over() or self.claim.telling is Telling.AHEAD or self._begins_later()

    def _begins_later(self) -> bool:
        """Whether a day still ahead is given, on or from which it holds."""
        starts = self.offer.valid_from
        days = [m.value for m in (*self.claim.days, *self.claim.nearby) if isinstance(m.value, Day)]
        told = [day.meant(starts) for day in days if day.edge in (Edge.START, Edge.WITHIN)] if starts else []
        return any(day is not None and day > self.as_of for day in told)

    def _is_right_end(self, mention: Mention) -> bool:
        day, end = mention.value, self.offer.valid_through
        return isinstance(day, Day) and end is not None and day.edge in (Edge.END, Edge.BEFORE) and day.agrees(end)

    def _dates(self) -> Iterator[Judged]:
        for edges, decided in (
            ((Edge.END, Edge.BEFORE), self.offer.valid_through),
            ((Edge.START,), self.offer.valid_from),
        ):
            stated = [m for m in self.claim.days if isinstance(m.value, Day) and m.value.edge in edges]
            if decided is None or any(m.value.agrees(decided) for m in stated if isinstance(m.value, Day)):
                continue
            for mention in stated[:1]:
                sure = len(stated) == 1 and not self._unsure(mention, decided)
                certainty = self._certainty() if sure and not self._told_over() else Certainty.POSSIBLE
                yield Judged(Fault.DATE, mention, self.offer, certainty, wanted=decided)

    def _unsure(self, mention: Mention, decided: date) -> bool:
        assert isinstance(mention.value, Day)
        stated = mention.value.meant(decided)
        by_words = self.claim.by in (By.WORDS, By.ALONE)
        return self.claim.rivals or stated is None or (by_words and abs(stated - decided) > _FAR)

    def _values(self) -> Iterator[Judged]:
        matches = [(compare(self.offer, value, self.offers), value) for value in self.claim.values]
        told = self._told_over() or self.claim.rivals
        certainty = Certainty.POSSIBLE if told else self._certainty()
        if not any(match is Match.RIGHT for match, _ in matches):
            wrong = [value for match, value in matches if match is Match.WRONG]
            about = [value for value in wrong if getattr(value.value, "about", False)]
            for mention in wrong[:1]:
                yield Judged(Fault.VALUE, mention, self.offer, Certainty.POSSIBLE if about else certainty)
        for mention in self.claim.prices:
            if isinstance(mention.value, Amount) and (wanted := wanted_price(self.offer, mention.value, self.offers)):
                yield Judged(Fault.VALUE, mention, self.offer, certainty, wanted=wanted)
