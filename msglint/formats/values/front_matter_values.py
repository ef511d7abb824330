"""What is written in a front matter: text that others see, and metadata."""

from collections.abc import Iterable, Iterator
import re

from msglint.formats.values import yaml_text
from msglint.formats.values.front_matter_slips import Said, slips
from msglint.formats.values.yaml_scalars import Scalar, YamlError, scalars
from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import Role, Segment
from msglint.text import dates
from msglint.text.word_sets import word_sets

_TOML_TEXT = lazy_pattern(r"""^[ \t]*([\w-]+)[ \t]*=[ \t]*(?:"([^"\\\r\n]*)"|'([^'\r\n]*)')""", re.MULTILINE)

_KEYS = word_sets("front-matter-keys")
_Values = tuple[tuple[Segment, ...], dict[str, str]]


def values_of(match: "re.Match[str]", masked: str) -> _Values:
    """Segments and metadata of a block with the groups `mark` and `inside`; as `front_matter.read`.

    Raises ValueError where it is neither YAML nor TOML, or no mapping.
    """
    return (_yaml if match["mark"] == "---" else _toml)(match, masked)


def _yaml(match: "re.Match[str]", masked: str) -> _Values:
    values = list(scalars(match["inside"]))
    if any(not value.keys or not value.keys[0] for value in values):
        raise YamlError("not a mapping")
    found = (
        segment
        for value in values
        if value.is_text and not _KEYS["silent"].intersection(key.lower() for key in value.keys)
        for segment in yaml_text.segments(masked, value, _role(value.keys[-1] or value.keys[-2]), match.start("inside"))
    )
    inside = match.start("inside")
    said = ((value.keys, value.value, value.is_text, inside + value.start) for value in values)
    return tuple(found), _metadata(_pairs(values), slips(said, match.string, _KEYS["ours"]))


def _pairs(values: Iterable[Scalar]) -> Iterator[tuple[tuple[str, ...], str]]:
    return ((value.keys, value.value) for value in values)


def _toml(match: "re.Match[str]", masked: str) -> _Values:
    import tomllib

    from msglint.formats.pieces import SegmentWriter

    table = tomllib.loads(re.sub(r"\r\n?", "\n", match["inside"]))
    found = []
    for value in _TOML_TEXT.finditer(match.string, match.start("inside"), match.end("inside")):
        if value[1].lower() not in _KEYS["silent"] | _KEYS["ours"]:
            writer = SegmentWriter()
            writer.add(masked, *value.span(value.lastindex or 2))
            found.append(writer.finish(_role(value[1])))
    pairs: list[tuple[tuple[str, ...], str]] = [((key,), str(value)) for key, value in table.items()]
    if isinstance(nested := table.get("msglint"), dict):
        pairs += [(("msglint", key), str(value)) for key, value in nested.items()]
    slipped = slips(_said_to_us(table.get("msglint"), match), match.string, _KEYS["ours"])
    return tuple(segment for segment in found if segment), _metadata(pairs, slipped)


def _said_to_us(ours: object, match: "re.Match[str]") -> Iterator[Said]:
    """What TOML says under `msglint`; its parser tells no positions, so the first place of each key is taken for it."""
    whole = match.string.find("msglint", match.start("inside"))
    if isinstance(ours, dict):
        for key, value in ours.items():
            place = match.string.find(key, whole, match.end("inside"))
            yield ("msglint", key), str(value), isinstance(value, str), max(place, whole)
    elif ours is not None:
        yield ("msglint",), str(ours), isinstance(ours, str), whole


def _role(key: str) -> Role:
    return Role.TITLE if key.lower() in _KEYS["titles"] else Role.ALT


def _metadata(pairs: Iterable[tuple[tuple[str, ...], str]], slipped: str) -> dict[str, str]:
    metadata = {"slips": slipped} if slipped else {}
    for keys, value in pairs:
        match [key.lower() for key in keys]:
            case ["date"] if found := dates.day(value):
                metadata["date"] = found
            case ["published"] if found := dates.day(value):
                metadata.setdefault("date", found)
            case ["language" | "lang"] if value:
                metadata["language"] = value
            case ["title"]:
                metadata["title"] = value
            case ["msglint", key] if key in _KEYS["ours"]:
                metadata[key] = value
    return metadata
