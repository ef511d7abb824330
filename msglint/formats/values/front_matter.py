"""Front matter: the YAML (`---`) or TOML (`+++`) block above a text, as metadata and as text that others see."""

from collections.abc import Mapping

from msgspec import Struct

from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import Segment

_BLOCK = lazy_pattern(
    r"(?P<mark>---|\+\+\+)[ \t]*(?:\r\n|[\r\n])(?P<inside>(?s:.*?)(?<=[\r\n]))(?P=mark)[ \t]*(?:\r\n|[\r\n]|\Z)"
)
_EMPTY_LINES = lazy_pattern(r"[\r\n]\s*[\r\n]|\r")
_BEGINNING = lazy_pattern(r"(?m)^[ \t]*(?:-[ \t]+)*(?:[\w.\"'-]+[ \t]*[:=][ \t]*)?[\"'|>]?|[\[{,:=][ \t]*[\"']?")
"""What stands before a value; a colon within one counts as well."""
_TELLING = lazy_pattern(r"(?i)\b(?:date|published|lang|language)\b[\"']?[ \t]*[:=]")


class FrontMatter(Struct, frozen=True):
    """`end` is where the text proper begins."""

    segments: tuple[Segment, ...]
    metadata: Mapping[str, str]
    end: int


class Skimmed(Struct, frozen=True):
    """A front matter unread.

    said    as it is written, and once more with every value on lines of its own; no line is empty
    end     where the text proper begins
    silent  whether it surely says nothing of what the document is judged as, such as its day
    """

    said: str = ""
    end: int = 0
    silent: bool = True


def read(source: str, masked: str) -> FrontMatter:
    """The front matter of a decoded file; an empty one (end 0) where there is none that parses as a mapping.

    `masked` is `source` with its placeholders overwritten.
    """
    nothing = FrontMatter((), {}, 0)
    match = _BLOCK.match(source) if source.startswith(("---", "+++")) else None
    if match is None:
        return nothing
    from msglint.formats.values.front_matter_values import values_of  # and a parser, which most texts do without

    try:
        return FrontMatter(*values_of(match, masked), match.end())
    except ValueError:  # YamlError and TOMLDecodeError are such: then it is text like any other
        return nothing


def end_of(source: str) -> int:
    """Where a block that may be front matter ends; 0 where there is none."""
    match = _BLOCK.match(source) if source.startswith(("---", "+++")) else None
    return match.end() if match else 0


def skim(source: str) -> Skimmed | None:
    """The front matter unread; None where it takes reading.

    Escapes hide words; code and tags open in something that is no front matter after all would reach into the text.
    """
    match = _BLOCK.match(source) if source.startswith(("---", "+++")) else None
    if match is None:
        return Skimmed()
    inside = _EMPTY_LINES.sub("\n", match["inside"])
    if any(sign in inside for sign in "\\`<"):
        return None
    return Skimmed(f"{inside}\n{_BEGINNING.sub(chr(10), inside)}", match.end(), not _TELLING.search(inside))
