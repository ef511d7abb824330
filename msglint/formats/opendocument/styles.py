"""OpenDocument's styles: which are titles, quotations, captions; which strike text out; which hide a sheet."""

from collections.abc import Mapping

from msgspec import Struct

from msglint.model.document import Role

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES: Mapping[str, str] = {
    f"{_OASIS}:{name}:1.0": name
    for name in ("office", "text", "table", "style", "presentation", "form", "script", "chart", "meta")
} | {
    f"{_OASIS}:drawing:1.0": "draw",
    f"{_OASIS}:svg-compatible:1.0": "svg",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://www.w3.org/1998/Math/MathML": "math",
    "http://www.w3.org/1999/xlink": "xlink",
}
"""OpenDocument's namespaces, by the prefixes that the standard uses ("draw" and "svg" for short)."""

# Built-in style names are stored in English whatever the program's language; "_20_" is a blank.
_ROLES = {
    "Title": (Role.TITLE, 1), "Subtitle": (Role.TITLE, 2), "Quotations": (Role.QUOTE, 0),
    "Preformatted_20_Text": (Role.CODE, 0), "Caption": (Role.CAPTION, 0), "Illustration": (Role.CAPTION, 0),
    "Figure": (Role.CAPTION, 0), "Drawing": (Role.CAPTION, 0),
}  # fmt: skip


class _Style(Struct):
    parent: str = ""
    level: int = 0
    struck: bool = False
    hidden: bool = False


class OdfStyles:
    """Fed with the start tags of styles, in any order of parts; then tells what a style means."""

    def __init__(self) -> None:
        self._styles: dict[tuple[str, str], _Style] = {}
        self._open = _Style()

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "style:style":
            key = attributes.get("style:family", ""), attributes.get("style:name", "")
            level = attributes.get("style:default-outline-level", "")
            self._open = self._styles[key] = _Style(
                attributes.get("style:parent-style-name", ""), int(level) if level in tuple("123456789") else 0
            )
        elif name == "style:text-properties":
            lines = (attributes.get(f"style:text-line-through-{what}", "none") for what in ("style", "type"))
            self._open.struck = any(line != "none" for line in lines)
        elif name == "style:table-properties":
            self._open.hidden = attributes.get("table:display") == "false"

    def role(self, style: str) -> tuple[Role | None, int]:
        """Role and level of a paragraph style, inherited where it says nothing itself."""
        seen: set[str] = set()
        while style and style not in seen:
            seen.add(style)
            if style in _ROLES:
                return _ROLES[style]
            found = self._styles.get(("paragraph", style), _Style())
            if found.level:
                return Role.TITLE, found.level
            style = found.parent
        return None, 0

    def strikes(self, family: str, style: str) -> bool:
        """Whether text of that style ("text" or "paragraph") is struck out."""
        return self._styles.get((family, style), _Style()).struck

    def hides(self, style: str) -> bool:
        """Whether tables of that style are hidden."""
        return self._styles.get(("table", style), _Style()).hidden
