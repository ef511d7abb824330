"""OFR306: an offer that ends within days, and every document that names it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from msglint.checks import Case
from msglint.model.judgement import Finding, Rule, Saying, Stance
from msglint.model.scale import Certainty
from msglint.offers.catalogue import offers_of
from msglint.offers.claim import By, OfferClaim
from msglint.offers.judging import meant
from msglint.offers.showing import FIELDS as _FIELDS
from msglint.offers.showing import values
from msglint.offers.standing import runs
from msglint.rulebook.options import Option

SCOPE = "run"
CERTAINTY = Certainty.POSSIBLE
FIELDS = (*_FIELDS, "days", "documents")
OPTIONS = {"days": Option("count", "an offer that ends within so many days is told of", default=7)}


def say(case: Case, rule: Rule) -> Iterator[Saying]:
    """The running offers that a document names and that end soon, each at its first place; the value is the path."""
    offers = offers_of(case.glossary)
    seen: set[str] = set()
    for statement in case.statements:
        claim = statement.value
        if not isinstance(claim, OfferClaim) or statement.stance is not Stance.OURS or claim.by is By.ALONE:
            continue
        offer = meant(claim, offers, case.circumstances)
        left = (offer.valid_through - case.circumstances.as_of).days if offer and offer.valid_through else -1
        if offer is None or offer.id in seen or not runs(offer, case.circumstances.as_of):
            continue
        if not 0 <= left <= _limit(rule):
            continue
        seen.add(offer.id)
        days = "today" if not left else "tomorrow" if left == 1 else f"in {left} days"
        finding = case.finding(
            rule, replace(statement.mentions[0], entry=offer), certainty=CERTAINTY,
            values={**values(offer), "days": days, "documents": "{documents}"},
        )  # fmt: skip
        yield Saying(offer.id, case.document.path, finding)


def judge(sayings: Sequence[Saying], rule: Rule) -> Iterator[Finding]:
    """One note an offer and document; it says how many documents name the offer."""
    naming: dict[str, set[object]] = defaultdict(set)
    for saying in sayings:
        naming[saying.subject].add(saying.value)
    for saying in sayings:
        if saying.blamed:
            count = len(naming[saying.subject])
            documents = f"{count} document{'s' if count > 1 else ''}"
            yield replace(saying.finding, message=saying.finding.message.replace("{documents}", documents))


def _limit(rule: Rule) -> int:
    days = rule.options["days"]
    assert isinstance(days, int)  # as OPTIONS has it
    return days
