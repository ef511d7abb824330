"""Front matter: the YAML (`---`) or TOML (`+++`) block above a text, as metadata and as text that others see."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
import re

from msglint.formats.values import yaml_text
from msglint.formats.values.front_matter_slips import Said, slips
from msglint.formats.values.yaml_scalars import Scalar, YamlError, scalars
from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import Role, Segment
from msglint.text import dates
from msglint.text.word_sets import word_sets

_BLOCK = lazy_pattern(
    r"(?P<mark>---|\+\+\+)[ \t]*(?:\r\n|[\r\n])(?P<inside>(?s:.*?)(?<=[\r\n]))(?P=mark)[ \t]*(?:\r\n|[\r\n]|\Z)"
)
_TOML_TEXT = lazy_pattern(r"""^[ \t]*([\w-]+)[ \t]*=[ \t]*(?:"([^"\\\r\n]*)"|'([^'\r\n]*)')""", re.MULTILINE)

_KEYS = word_sets("front-matter-keys")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """`end` is where the text proper begins."""

    segments: tuple[Segment, ...]
    metadata: Mapping[str, str]
    end: int


def read(source: str, masked: str) -> FrontMatter:
    """The front matter of a decoded file; an empty one (end 0) where there is none that parses as a mapping.

    `masked` is `source` with its placeholders overwritten.
    """
    nothing = FrontMatter((), {}, 0)
    match = _BLOCK.match(source) if source.startswith(("---", "+++")) else None
    if match is None:
        return nothing
    try:
        return (_yaml if match["mark"] == "---" else _toml)(match, masked)
    except ValueError:  # YamlError and TOMLDecodeError are such: then it is text like any other
        return nothing


def _yaml(match: "re.Match[str]", masked: str) -> FrontMatter:
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
    return FrontMatter(tuple(found), _metadata(_pairs(values), slips(said, match.string, _KEYS["ours"])), match.end())


def _pairs(values: Iterable[Scalar]) -> Iterator[tuple[tuple[str, ...], str]]:
    return ((value.keys, value.value) for value in values)


def _toml(match: "re.Match[str]", masked: str) -> FrontMatter:
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
    return FrontMatter(tuple(segment for segment in found if segment), _metadata(pairs, slipped), match.end())


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
