"""YAML data files: the text values; keys are no prose."""

from collections.abc import Iterator
import re

from msglint.errors import ReadError
from msglint.formats import placeholders
from msglint.formats.decoding import decode
from msglint.formats.pieces import FILLER, replaced
from msglint.formats.values import yaml_text
from msglint.formats.values.yaml_scalars import Scalar, YamlError, scalars
from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import Document, Role, Segment
from msglint.readers import Source

SUFFIXES = (".yaml", ".yml")

# Fills up what an escape stands for to the length it is written with: white space to Python, nothing to HTML.
_MARK = "\x1c"
_MARKED = lazy_pattern(f".{_MARK}+", re.DOTALL)
_TAG = lazy_pattern(r"</?[A-Za-z][^<>]*>")


def read(source: Source) -> Document:
    """Read YAML. Raises ReadError where its encoding cannot be told or it is no YAML."""
    text = decode(source.path, source.data).text
    masked = placeholders.masked(text)
    segments = [segment for scalar in _scalars(source.path, text, masked) for segment in _segments(masked, scalar)]
    return Document(source.path, "yaml", tuple(segments), {"": text})


def _scalars(path: str, text: str, masked: str) -> list[Scalar]:
    try:
        return list(scalars(text))
    except YamlError as error:
        if FILLER in masked:  # a template that becomes YAML: try it with its placeholders as words and comments
            lines = re.sub(rf"^[ \t]*{FILLER}+[ \t]*$", lambda match: "#" * len(match[0]), masked, flags=re.MULTILINE)
            try:
                return list(scalars(lines.replace(FILLER, "x")))
            except YamlError:
                pass
        raise ReadError(path, f"this is not valid YAML: {error}") from None


def _segments(masked: str, scalar: Scalar) -> Iterator[Segment]:
    if not scalar.is_text:
        return
    role = Role.ITEM if scalar.keys and not scalar.keys[-1] else Role.BODY
    if "<" in scalar.value and _TAG.search(scalar.value):
        from msglint.formats.html import markup

        start, end = yaml_text.inside(masked, scalar)
        if scalar.style != '"':
            yield from markup.read(masked[start:end], start, role).segments
            return
        inside = yaml_text.ESCAPE.sub(_filled, masked[start:end])
        for segment in markup.read(inside, start, role).segments:
            if kept := replaced(segment, [(*mark.span(), mark[0][0]) for mark in _MARKED.finditer(segment.text)]):
                yield kept
    else:
        yield from yaml_text.segments(masked, scalar, role)


def _filled(escape: "re.Match[str]") -> str:
    """What it stands for, as long as it is written; "<" and "&" stay text, a line break without escape what it is."""
    if escape[0][0] != "\\":
        return escape[0]
    character = yaml_text.meaning(escape) or " "
    return (character if character not in "<&" else " ") + _MARK * (len(escape[0]) - 1)
