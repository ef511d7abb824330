"""Word's paragraph styles: which are headings, lists, quotations, captions, code."""

from msgspec import Struct

from msglint.formats.packages.shared_parts import parsed_once
from msglint.formats.packages.xml_events import Handler, walk
from msglint.formats.word.vocabulary import NAMESPACES
from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import Role

# Built-in style names are stored in English whatever Word's language.
_HEADING = lazy_pattern(r"heading ([1-9])")
_NAMED = (
    (lazy_pattern(r"(?:intense )?quote|block text"), Role.QUOTE),
    (lazy_pattern(r"caption"), Role.CAPTION),
    (lazy_pattern(r"list(?: (?:paragraph|bullet|number|continue))?(?: \d)?"), Role.ITEM),
    (lazy_pattern(r"html preformatted|source code|code|plain text code"), Role.CODE),
)


class Style(Struct):
    """`level` of a heading, from 1; 0 is none. `based_on` is the id of the style this one inherits from."""

    role: Role | None = None
    level: int = 0
    based_on: str = ""


class Styles(Handler):
    """Reads styles.xml; `of` then tells what a style means."""

    def __init__(self) -> None:
        self._styles: dict[str, Style] = {}
        self._open = Style()

    def start(self, name: str, attributes: dict[str, str], start: int, end: int) -> None:
        value = attributes.get("w:val", "")
        if name == "w:style":
            self._open = self._styles[attributes.get("w:styleId", "")] = Style()
        elif name == "w:name":
            self._name(value.lower())
        elif name == "w:basedOn":
            self._open.based_on = value
        elif name == "w:outlineLvl":
            self._open.role, self._open.level = outline(value) or (self._open.role, self._open.level)
        elif name == "w:numPr" and self._open.role is None:
            self._open.role = Role.ITEM

    def _name(self, name: str) -> None:
        if name in ("title", "subtitle"):
            self._open.role, self._open.level = Role.TITLE, 1 if name == "title" else 2
        elif match := _HEADING.fullmatch(name):
            self._open.role, self._open.level = Role.TITLE, int(match[1])
        else:
            self._open.role = next((role for pattern, role in _NAMED if pattern.fullmatch(name)), None)

    def of(self, style: str) -> tuple[Role | None, int]:
        """Role and level of a style, inherited where it says nothing itself."""
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            if self._styles[style].role:
                return self._styles[style].role, self._styles[style].level
            style = self._styles[style].based_on
        return None, 0


def outline(value: str) -> tuple[Role, int] | None:
    """An outline level, 0–8, as a heading's; 9 is body text."""
    return (Role.TITLE, int(value) + 1) if value in tuple("012345678") else None


@parsed_once(most=4, largest=1 << 20)
def styles_of(data: bytes, depth: int) -> Styles:
    """What styles.xml says. Raises ExpatError and ReadError as `walk` does."""
    styles = Styles()
    walk("", data, styles, NAMESPACES, depth)
    return styles
