"""The glossary's own format as JSON, valid by `msglint glossary schema`: nothing is left out."""

import json
from typing import Any

from msglint.agreement.plain import Data
from msglint.agreement.sheet import Sheet
from msglint.errors import GlossaryError, Problem
from msglint.exchange.incoming import Incoming
from msglint.exchange.passing import Arriving, Export
from msglint.exchange.written import fields_of, kept, many
from msglint.formats.decoding import decode
from msglint.glossary.entries import Defaults
from msglint.glossary.load import parse_glossary
from msglint.lazy_pattern import lazy_pattern
from msglint.model.glossary import Glossary

_PAIR = lazy_pattern(r"\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")
_ONE_FILE = "the teams that must sign differ from file to file of this glossary; those of its first entries are given"


def write(glossary: Glossary) -> Export:
    """All of a glossary in one file."""
    defaults = Defaults(glossary.language, glossary.currency)
    teams = list(dict.fromkeys(entry.required_sign_off for entry in glossary.entries))
    said: dict[str, Data | None] = {
        "language": glossary.language, "currency": glossary.currency, "sign_off": many(teams[0]) if teams else None,
    }  # fmt: skip
    written: dict[str, Any] = {
        "version": 1,
        **({"organization": glossary.organization} if glossary.organization else {}),
        "defaults": kept(said),
        "terms": [fields_of(entry, defaults) for entry in glossary.entries],
    }
    text = json.dumps(written, ensure_ascii=False, indent=2) + "\n"
    return Export(text.encode("utf-8"), (_ONE_FILE,) if len(teams) > 1 else ())


def read(arriving: Arriving) -> Incoming:
    """Raises GlossaryError and ReadError."""
    text = decode(arriving.path, arriving.data).text
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        raise GlossaryError(Problem(arriving.path, f"not JSON: {error.msg}", error.lineno, error.colno)) from error
    except RecursionError as error:
        raise GlossaryError(Problem(arriving.path, "its lists and mappings are nested too deep")) from error
    text = _PAIR.sub(lambda pair: bytes.fromhex(pair[1] + pair[2]).decode("utf-16-be"), text)
    glossary = parse_glossary(text, arriving.path)  # JSON is YAML, whose reader knows where everything stands
    if len(glossary.files) > 1:
        raise GlossaryError(Problem(arriving.path, "it includes other files: export it as one", 1, 1, "include"))
    sheet = Sheet(arriving.path, text.encode("utf-8"))
    fields = [sheet.fields(number) for number in range(len(sheet.entries))]
    pairs = list(zip(glossary.entries, fields, strict=True))
    return Incoming(
        arriving.path,
        glossary,
        {entry.id: frozenset(said) for entry, said in pairs},
        frozenset(entry.id for entry, said in pairs if "id" in said),
    )
