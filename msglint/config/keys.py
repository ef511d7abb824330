"""The keys of the settings: what each means, what it may be and how it is read.

A new setting is a field of Settings and a row here.
"""

from collections.abc import Callable, Mapping
import importlib.util
from typing import Any

from msgspec import Struct

from msglint.config.reader import Reader
from msglint.config.settings import DocumentKind, FileIgnores
from msglint.config.tree import Node
from msglint.model.scale import Severity
from msglint.text.language_tag import ALLOWED, LANGUAGE_TAG

_SEVERITIES = ("error", "warning", "note")
_SAYS = {
    "channel": "Through which channel they go out: flyer, email, script …",
    "audience": "Who reads them: customer, partner, internal …",
    "region": "Where: an ISO 3166 code such as GB or IE.",
    "language": "In which language: a BCP 47 tag such as en-IE.",
}
_DAYS = ("own-date", "today")
_BLANK = "blank"
_TEXT: Mapping[str, Any] = {"type": "string", "minLength": 1}
_TEXTS: Mapping[str, Any] = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}


def _glossary(reader: Reader, node: Node) -> dict[str, Any]:
    text = reader.text(node, "glossary")
    return {"glossary": reader.file(text)} if text else {}


def _rules(reader: Reader, node: Node) -> dict[str, Any]:
    return {"rules": tuple(reader.file(text) for text in reader.texts(node, "rules"))}


def _exclude(reader: Reader, node: Node) -> dict[str, Any]:
    return {"exclude": reader.patterns(node, "exclude")}


def _fail_on(reader: Reader, node: Node) -> dict[str, Any]:
    text = reader.text(node, "fail_on", (*_SEVERITIES, "never"))
    return {"fail_on": None if text in (None, "never") else Severity[text.upper()]}


def _documents(reader: Reader, node: Node) -> dict[str, Any]:
    kinds = []
    for item in reader.items(node):
        keys = reader.mapping(item, "documents", ("match", *_SAYS))
        if "match" not in keys:
            reader.note(item, "documents", "each of “documents” needs `match`, the files it speaks of: scripts/**")
            continue
        says = {key: reader.text(keys[key], f"documents.{key}") for key in _SAYS if key in keys}
        if (language := says.get("language")) and not LANGUAGE_TAG.fullmatch(language):
            reader.note(keys["language"], "documents.language", f"“documents.language” is “{language}”; {ALLOWED}")
        kinds.append(
            DocumentKind(
                reader.patterns(keys["match"], "documents.match"), {key: text for key, text in says.items() if text}
            )
        )
    return {"documents": tuple(kinds)}


def _per_file_ignores(reader: Reader, node: Node) -> dict[str, Any]:
    ignores = []
    for pattern, codes in reader.mapping(node, "per_file_ignores").items():
        reader.place(f"per_file_ignores.{pattern}", codes)
        files = reader.patterns(Node(pattern, codes.line), "per_file_ignores")
        said = reader.texts(codes, f"per_file_ignores.{pattern}")
        ignores.append(FileIgnores(files, tuple(code.upper() for code in said)))
    return {"per_file_ignores": tuple(ignores)}


def _severity(reader: Reader, node: Node) -> dict[str, Any]:
    severity = {}
    for code, value in reader.mapping(node, "severity").items():
        reader.place(f"severity.{code.upper()}", value)
        if text := reader.text(value, f"severity.{code}", _SEVERITIES):
            severity[code.upper()] = Severity[text.upper()]
    return {"severity": severity}


def _dated_documents(reader: Reader, node: Node) -> dict[str, Any]:
    return {"dated_documents": reader.text(node, "dated_documents", _DAYS)}


def _nlp(reader: Reader, node: Node) -> dict[str, Any]:
    keys = reader.mapping(node, "nlp", ("model",))
    model = reader.text(keys["model"], "nlp.model") if "model" in keys else _BLANK
    if model in (None, _BLANK):
        return {"model": None}
    if not model.isidentifier() or importlib.util.find_spec(model) is None:
        reader.note(
            keys["model"],
            "nlp.model",
            f"the spaCy pipeline “{model}” is not installed here; install it (`python -m spacy download {model}`), "
            "or write `model: blank`. msglint downloads nothing by itself",
        )
    return {"model": model}


def _baseline(reader: Reader, node: Node) -> dict[str, Any]:
    text = reader.text(node, "baseline")
    return {"baseline": reader.file(text)} if text else {}


class Key(Struct, frozen=True):
    """One key: how it is read into fields of Settings, what it is for, and the JSON Schema of its value."""

    read: Callable[[Reader, Node], dict[str, Any]]
    doc: str
    schema: Mapping[str, Any]


def _schema_of_document() -> dict[str, Any]:
    says = {key: {**_TEXT, "description": doc} for key, doc in _SAYS.items()}
    says["language"]["pattern"] = f"^{LANGUAGE_TAG.pattern}$"
    return {
        "type": "object",
        "properties": {"match": {**_TEXTS, "description": "Gitignore patterns of the files: scripts/**."}, **says},
        "required": ["match"],
        "additionalProperties": False,
    }


KEYS: Mapping[str, Key] = {
    "glossary": Key(_glossary, "The glossary's file; without it, glossary.yaml is looked for upward.", _TEXT),
    "rules": Key(_rules, "Rule packs of your own, files or folders, beside the built-in ones.", _TEXTS),
    "exclude": Key(_exclude, "Gitignore patterns of files to leave out, besides those of .gitignore.", _TEXTS),
    "fail_on": Key(_fail_on, "The least severity that makes a run fail.", {"enum": [*_SEVERITIES, "never"]}),
    "documents": Key(
        _documents,
        "What files are: all rows that match a file are merged, later ones win.",
        {"anyOf": [_schema_of_document(), {"type": "array", "items": _schema_of_document()}]},
    ),
    "per_file_ignores": Key(
        _per_file_ignores,
        "Codes or prefixes of rules that are not judged in files of a pattern.",
        {"type": "object", "additionalProperties": _TEXTS},
    ),
    "severity": Key(
        _severity,
        "Another severity for the rules of a code or prefix.",
        {"type": "object", "additionalProperties": {"enum": list(_SEVERITIES)}},
    ),
    "dated_documents": Key(
        _dated_documents,
        "Whether a document with a date of its own is judged as on that day, or as on today's.",
        {"enum": list(_DAYS)},
    ),
    "nlp": Key(
        _nlp,
        "What knows parts of speech.",
        {
            "type": "object",
            "properties": {
                "model": {
                    **_TEXT,
                    "description": "“blank”, or the name of an installed spaCy pipeline.",
                }
            },
            "additionalProperties": False,
        },
    ),
    "baseline": Key(_baseline, "The file of findings that are known and not shown again.", _TEXT),
}
