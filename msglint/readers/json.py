"""JSON and JSON Lines: the string values; keys are no prose."""

from msglint.errors import ReadError
from msglint.formats import placeholders
from msglint.formats.decoding import decode
from msglint.formats.pieces import FILLER
from msglint.formats.values import json_strings, values
from msglint.formats.values.json_strings import JsonError, JsonString
from msglint.model.document import Document, Role
from msglint.readers import Source

SUFFIXES = (".json", ".jsonl", ".ndjson", ".geojson", ".jsonld", ".webmanifest")


def read(source: Source) -> Document:
    """Read JSON. Raises ReadError where its encoding cannot be told or it is no JSON."""
    text = decode(source.path, source.data).text
    if not text.strip():
        return Document(source.path, "json", (), {"": text})
    masked = placeholders.masked(text)
    segments = (
        segment
        for string in _strings(source.path, text, masked)
        for segment in values.segments(json_strings.content(masked, string), Role.ITEM if string.listed else Role.BODY)
    )
    return Document(source.path, "json", tuple(segments), {"": text})


def _strings(path: str, text: str, masked: str) -> list[JsonString]:
    lines = path.lower().endswith((".jsonl", ".ndjson"))
    try:
        return list(json_strings.strings(text, lines))
    except JsonError as error:
        if FILLER in masked:  # a template that becomes JSON
            try:
                return list(json_strings.strings(masked, lines))
            except JsonError:
                pass
        raise ReadError(path, f"this is not valid JSON: {error}") from None
