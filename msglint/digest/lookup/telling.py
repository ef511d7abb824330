"""A lookup in lines for somebody on the phone: the answer first, short, nothing to scroll."""

from collections.abc import Iterator
from shlex import quote

from msglint.digest.lookup.answer import Answer, Lookup
from msglint.digest.sheet import OfferLine, PriceLine
from msglint.digest.state import State
from msglint.digest.view import View
from msglint.glossary import in_words
from msglint.glossary.scopes import among, within
from msglint.text.showing import visible

_INDENT = 9
_MOST_NOT = 3
_OVER = {State.OVER: " (over)", State.PROPOSED: " (proposed)"}


def told(lookup: Lookup, view: View) -> str:
    """The lines, each answer after the other, then what else may be meant."""
    lines = [line for answer in lookup.answers for line in _answered(lookup.asked, answer, view)]
    if not lookup.answers:
        lines.append(f"Nothing is called “{lookup.asked}” here.")
    if lookup.near:
        lines.append("Or:" if lookup.answers else "Near it:")
        lines += [f"  {near.name}{_OVER.get(near.state, '')} — {near.why or 'called so'}" for near in lookup.near]
    if not lookup.answers:
        lines.append(f"Should it be ours? `msglint propose {quote(lookup.asked)}` says so.")
    return "".join(f"{visible(line)}\n" for line in lines)


def _answered(asked: str, answer: Answer, view: View) -> Iterator[str]:
    yield f"{answer.name}{_state(answer, view)}"
    if answer.why:
        yield f"  {'asked':<{_INDENT}}“{asked}”: {answer.why}"
    for name, texts in _facts(answer, view):
        for number, text in enumerate(text for text in texts if text):
            yield f"  {'' if number else name:<{_INDENT}}{text}"


def _state(answer: Answer, view: View) -> str:
    """What is to be known of the name before anything else."""
    if answer.state is State.PROPOSED:
        return ": only proposed, not agreed"
    if answer.state is State.OVER:
        last = f", last day {in_words.day(answer.until, view.as_of.year)}" if answer.until else ""
        return f": over{last}"
    return "" if answer.line.names else ": not to be named yet"


def _facts(answer: Answer, view: View) -> Iterator[tuple[str, list[str]]]:
    """What is told, by what it is about."""
    line = answer.line
    yield "costs", [_price(price, view) for price in line.prices]
    yield "offer", [_offer(answer.offer, view)] if answer.offer else [_offer(offer, view) for offer in answer.offers]
    yield "soon", [f"{in_words.day(event.day, view.as_of.year)}: {event.said}" for event in answer.coming]
    yield "is", [line.definition or ""]
    yield "facts", list(line.facts)
    yield "also", [", ".join(line.also)]
    yield "not", [", ".join(line.never[:_MOST_NOT])]
    yield "only", [_scope(answer, view)]
    yield "but not", [in_words.quoted(answer.exceptions)]
    yield "note", [line.note or ""]
    yield "ask", [line.owner or ""]


def _price(price: PriceLine, view: View) -> str:
    where = f"in {in_words.joined(price.region)}" if price.region else ""
    since = f"since {in_words.day(price.valid_from, view.as_of.year)}" if price.valid_from else ""
    until = f"until {in_words.day(price.valid_through, view.as_of.year)}" if price.valid_through else ""
    return ", ".join(filter(None, (f"{price.price} {where}".rstrip(), price.conditions, since, until)))


def _offer(offer: OfferLine, view: View) -> str:
    value = f"{offer.value} {offer.item}".strip() if offer.value else offer.item
    code = f"code {offer.code}" if offer.code else ""
    start = f"from {in_words.day(offer.valid_from, view.as_of.year)}" if offer.valid_from else ""
    until = f"until {in_words.day(offer.valid_through, view.as_of.year)}" if offer.valid_through else ""
    say = f"say {in_words.quoted(offer.say)}" if offer.say else ""
    return f"{offer.name}: " + ", ".join(filter(None, (value, code, start, until, say)))


def _scope(answer: Answer, view: View) -> str:
    line = answer.line
    region = f"in {in_words.joined(line.region)}" if line.region else ""
    channel = f"by {in_words.joined(line.channel)}" if line.channel else ""
    audience = f"for {in_words.joined(line.audience)}" if line.audience else ""
    if line.region and view.region and not within(line.region, view.region):
        region += f", not in {view.region}"
    if line.channel and view.channel and not among(line.channel, view.channel):
        channel += f", not by {view.channel}"
    return "; ".join(filter(None, (audience, region, channel)))
