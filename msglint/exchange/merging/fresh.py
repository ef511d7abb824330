"""What came in as a glossary's file of its own."""

from msglint.agreement.plain import Data, Fields
from msglint.agreement.style import Style
from msglint.exchange.incoming import Incoming
from msglint.exchange.merging.merge import new_fields
from msglint.exchange.written import kept, many
from msglint.glossary.entries import Defaults
from msglint.glossary.load import parse_glossary

_STYLE = Style("\n")


def file_of(incoming: Incoming, path: str) -> bytes:
    """The file, with the defaults that came in. Raises GlossaryError where it would say something else."""
    glossary = incoming.glossary
    defaults = Defaults(glossary.language, glossary.currency)
    teams = next((entry.required_sign_off for entry in glossary.entries), ())
    said: dict[str, Data | None] = {
        "language": glossary.language if glossary.language != Defaults().language else None,
        "currency": glossary.currency,
        "sign_off": many(teams),
    }
    around: Fields = kept({"organization": glossary.organization, "defaults": kept(said)})
    blocks = [_STYLE.block(around, 0) + "\n\n"] if around else []
    entries = "\n\n".join(f"  - {_STYLE.block(new_fields(incoming, entry, defaults), 4)}" for entry in glossary.entries)
    text = "".join(blocks) + (f"terms:\n{entries}\n" if entries else "terms: []\n")
    parse_glossary(text, path)
    return text.encode("utf-8")
