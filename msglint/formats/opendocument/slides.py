"""OpenDocument XML -> segments: slides, their boxes and notes, and what their masters show."""

from msgspec.structs import replace

from msglint.formats.opendocument.styles import OdfStyles
from msglint.formats.opendocument.text import SHAPES, OdfText, Scope
from msglint.formats.word.places import Container
from msglint.model.document import Role, Segment

# Class of a placeholder -> how its place is called, role and level.
_CLASSES = {
    "title": ("title", Role.TITLE, 1),
    "subtitle": ("subtitle", Role.TITLE, 2),
    "notes": ("notes", Role.NOTE, 0),
}
_PROMPTS = ("title", "subtitle", "outline", "notes", "page")  # of a master: what to click at
_PAGES = ("draw:page", "style:master-page", "presentation:notes")
_DECLARED = {f"presentation:{kind}-decl": kind for kind in ("header", "footer", "date-time")}


class SlideText(OdfText):
    """Handles content.xml or styles.xml of a presentation."""

    boxes = SHAPES | {"draw:frame"}

    def __init__(self, part: str, data: bytes, styles: OdfStyles) -> None:
        super().__init__(part, data, styles, Scope(Container(counted=False)))
        self._slide = 0
        self._on_master = False
        self._plain: dict[str, set[int]] = {}  # place of a slide's bodies -> the boxes there
        self._names: dict[str, str] = {}

    def segments(self) -> list[Segment]:
        """Bodies are told apart by the names of their boxes where a slide has several."""
        return [replace(one, place=self._named(one.place or "")) for one in super().segments()]

    def _named(self, place: str) -> str:
        body, box, rest = place.partition("\0")
        if not box:
            return place
        number, _, rest = rest.partition("\1")
        name = self._names.get(number)
        return f"{body} ({name}){rest}" if name and len(self._plain[body]) > 1 else f"{body}{rest}"

    def skips(self, name: str, attributes: dict[str, str]) -> bool:
        prompt = attributes.get("presentation:class") in _PROMPTS
        return name == "draw:page-thumbnail" or (self._on_master and name in self.boxes and prompt)

    def start(self, name: str, attributes: dict[str, str], start: int, end: int) -> None:
        if name in _PAGES and not self._skipping:
            self._scopes.append(self._page(name, attributes))
        elif name in _DECLARED and not self._skipping:
            self._begin(Role.HEADER, 0, _DECLARED[name])
        else:
            super().start(name, attributes, start, end)

    def end(self, name: str) -> None:
        if name in _PAGES and not self._skipping:
            self._scopes.pop()
            self._on_master = self._on_master and name != "style:master-page"
        elif name in _DECLARED and not self._skipping:
            self._finish()
        else:
            super().end(name)

    def _page(self, name: str, attributes: dict[str, str]) -> Scope:
        outer = self._scopes[-1]
        if name == "draw:page":
            self._slide += 1
            return Scope(Container(f"slide {self._slide}", counted=False))
        if name == "style:master-page":
            self._on_master = True
            return Scope(Container(self.count("slide master"), counted=False), Role.HEADER)
        return Scope(Container(outer.container.within("notes"), counted=False), Role.NOTE)

    def box(self, attributes: dict[str, str]) -> Scope:
        outer = self._scopes[-1]
        if outer.role is not None:
            return Scope(outer.container, outer.role)
        called, role, level = _CLASSES.get(attributes.get("presentation:class", ""), ("body", None, 0))
        place = outer.container.within(called)
        if role is None:
            number = len(self._names)
            self._names[str(number)] = attributes.get("draw:name", "")
            self._plain.setdefault(place, set()).add(number)
            place = f"{place}\0{number}\1"
        return Scope(Container(place, counted=False), role, level)

    def table_start(self, attributes: dict[str, str]) -> None:
        """Tables are counted on their slide, not in their frame."""
        slide = self._scopes[-2] if len(self._scopes) > 2 and self._scopes[-1].role is None else self._scopes[-1]
        self._scopes.append(slide)
        super().table_start(attributes)
        self._scopes.pop()
