"""`reprice`: a new price from a day on; the old one stays, closed, so that it can be recognised."""

from datetime import date

from msglint.agreement.draft import Draft
from msglint.agreement.names import RefusedError
from msglint.agreement.outcome import Outcome
from msglint.agreement.windows import Asked, repriced
from msglint.model.glossary import EntryType

_WHICH = "say which of them ends, by --region, --currency, --per, --vat or --min-quantity"


def reprice(draft: Draft, name: str, asked: Asked, on: date) -> Outcome:
    """Close the price of an entry that holds on that day, and open another. Raises RefusedError and GlossaryError."""
    entry = draft.names.entry(name)
    called = entry.preferred.text
    if entry.type is EntryType.OFFER and not entry.prices:
        raise RefusedError(f"“{called}” is an offer: what it takes off is one of discount, amount_off and price")
    change = repriced(entry, draft.fields(entry), asked, on, _WHICH)
    draft.put(entry, change.fields)
    done = f"“{called}” costs {change.said}, from {on} on ({entry.origin.path}, line {entry.origin.line})"
    return Outcome(done, (entry.id,))
