"""How text is written in the values of YAML and TOML, front matter among them."""

from bisect import bisect_right
import re

from msglint.formats import placeholders
from msglint.formats.values import front_matter
from msglint.formats.values.yaml_scalars import Scalar, YamlError, scalars
from msglint.lazy_pattern import lazy_pattern
from msglint.model.judgement import Edit
from msglint.splicing.plan import RefusedError, Splice
from msglint.splicing.text_file import Spell

# https://yaml.org/spec/1.2.2/#733-plain-style
_NOT_PLAIN = lazy_pattern(r":(?:\s|\Z)|(?:\s|\A)#|[\[\]{},]")
_NOT_FIRST = lazy_pattern(r"[-?:,\[\]{}#&*!|>'\"%@`]")
_INSIDE = lazy_pattern(r"(?:---|\+\+\+)[ \t]*(?:\r\n|[\r\n])")


def speller(source: str, start: int = 0, end: int | None = None) -> Spell:
    """Values of the YAML in source[start:end], each in the style it is written in."""
    try:
        values = list(scalars(source[start:end]))
    except YamlError:  # a template of YAML: what comes out is read again in any case
        values = []
    starts = [value.start + start for value in values]

    def spell(edit: Edit, splice: Splice) -> list[Splice]:
        index = bisect_right(starts, splice.start) - 1
        return _spelled(source, values[index], start, splice) if index >= 0 else [splice]

    return spell


def _spelled(source: str, value: Scalar, base: int, splice: Splice) -> list[Splice]:
    start, end = value.start + base, value.end + base
    if value.style == '"':
        return [Splice(splice.start, splice.end, re.sub(r'["\\]', r"\\\g<0>", splice.text))]
    if value.style == "'":
        return [Splice(splice.start, splice.end, splice.text.replace("'", "''"))]
    if value.style or not (_NOT_PLAIN.search(splice.text) or (splice.start == start and _NOT_FIRST.match(splice.text))):
        return [splice]
    if re.search(r"['\r\n]", source[start : splice.start] + source[splice.end : end]):
        raise RefusedError("the new name needs quotes there, and the value has none")
    quoted = Splice(splice.start, splice.end, splice.text.replace("'", "''"))
    return [Splice(start, start, "'"), quoted, Splice(end, end, "'")]


def with_front_matter(source: str, body: Spell) -> Spell:
    """`body` for the text proper; values above it, in YAML or TOML, as these write them."""
    end = front_matter.read(source, placeholders.masked(source)).end
    opening = _INSIDE.match(source)
    if not end or opening is None:
        return body
    closing = source.rindex(source[:3], 0, end)
    above = _toml(source) if source.startswith("+") else speller(source, opening.end(), closing)

    def spell(edit: Edit, splice: Splice) -> list[Splice]:
        return list(above(edit, splice) if splice.start < end else body(edit, splice))

    return spell


def _toml(source: str) -> Spell:
    def spell(edit: Edit, splice: Splice) -> list[Splice]:
        start = source.rfind("\n", 0, splice.start) + 1
        quote = re.search(r"=[ \t]*([\"'])", source[start : splice.start])
        if quote and quote[1] in splice.text or "\\" in splice.text:
            raise RefusedError("the new name cannot be written between these quotes")
        return [splice]

    return spell
