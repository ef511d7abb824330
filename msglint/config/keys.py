"""The keys of the settings and how each is read. A new setting is a field of Settings and a function here."""

from collections.abc import Callable, Mapping
import importlib.util
from typing import Any

from msglint.config.reader import Reader
from msglint.config.settings import DocumentKind, FileIgnores
from msglint.config.tree import Node
from msglint.model.scale import Severity

_SEVERITIES = ("error", "warning", "note")
_SAYS = ("channel", "audience", "region", "language")
_BLANK = "blank"


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
        kinds.append(
            DocumentKind(
                reader.patterns(keys["match"], "documents.match"), {key: text for key, text in says.items() if text}
            )
        )
    return {"documents": tuple(kinds)}


def _per_file_ignores(reader: Reader, node: Node) -> dict[str, Any]:
    ignores = []
    for pattern, codes in reader.mapping(node, "per_file_ignores").items():
        files = reader.patterns(Node(pattern, codes.line), "per_file_ignores")
        said = reader.texts(codes, f"per_file_ignores.{pattern}")
        ignores.append(FileIgnores(files, tuple(code.upper() for code in said)))
    return {"per_file_ignores": tuple(ignores)}


def _severity(reader: Reader, node: Node) -> dict[str, Any]:
    read = {
        code.upper(): reader.text(value, f"severity.{code}", _SEVERITIES)
        for code, value in reader.mapping(node, "severity").items()
    }
    return {"severity": {code: Severity[text.upper()] for code, text in read.items() if text}}


def _dated_documents(reader: Reader, node: Node) -> dict[str, Any]:
    return {"dated_documents": reader.text(node, "dated_documents", ("own-date", "today"))}


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


KEYS: Mapping[str, Callable[[Reader, Node], dict[str, Any]]] = {
    "glossary": _glossary,
    "rules": _rules,
    "exclude": _exclude,
    "fail_on": _fail_on,
    "documents": _documents,
    "per_file_ignores": _per_file_ignores,
    "severity": _severity,
    "dated_documents": _dated_documents,
    "nlp": _nlp,
}
