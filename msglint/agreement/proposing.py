"""`propose`: a new entry that nobody has agreed to yet, and that fails no run."""

from datetime import date

from msgspec import Struct

from msglint.agreement.draft import Draft
from msglint.agreement.names import RefusedError
from msglint.agreement.outcome import Outcome
from msglint.agreement.plain import Fields
from msglint.glossary.slugs import slug
from msglint.model.glossary import Status


class Proposal(Struct, frozen=True):
    """What is proposed, by whom, on which day; None is left out."""

    name: str
    by: str
    on: date
    type: str | None = None
    price: str | None = None
    definition: str | None = None
    owner: str | None = None
    why: str | None = None


def propose(draft: Draft, asked: Proposal, file: str | None = None) -> Outcome:
    """Add an entry behind the last of a file, the main one unless another is named.

    Raises RefusedError and GlossaryError.
    """
    if not any(character.isalnum() for character in asked.name):
        raise RefusedError(f"“{asked.name}” is no name: it has no letter and no digit")
    for other in draft.names.having(asked.name):
        place = f"{other.origin.path}, line {other.origin.line}"
        raise RefusedError(f"“{asked.name}” is a name of “{other.preferred.text}” already ({place})")
    draft.add(_fields(asked), file)
    near = draft.names.near(asked.name, 80.0)
    warning = f"there is “{near[0]}” already, which is almost the same: is this a name of it?" if near else None
    done = f"“{asked.name}” is proposed in {file or draft.glossary.files[0]}"
    return Outcome(done, (slug(asked.name) or asked.name,), (warning,) if warning else ())


def _fields(asked: Proposal) -> Fields:
    said = f"Proposed by {asked.by} on {asked.on}"
    written = {
        "term": asked.name,
        "type": asked.type,
        "status": Status.PROPOSED.value,
        "definition": asked.definition,
        "price": asked.price,
        "owner": asked.owner,
        "note": f"{said}: {asked.why}" if asked.why else f"{said}.",
    }
    return {key: value for key, value in written.items() if value is not None}
