"""InDesign's IDML -> segments: one story, its paragraphs (which <Br/> ends), tables, notes.

Element names are those of Adobe's IDML File Format Specification.
"""

from collections.abc import Mapping
import re

from msgspec import Struct

from msglint.formats.packages.part_text import PartText
from msglint.formats.packages.xml_events import Handler
from msglint.formats.word.places import Container
from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import MASK, Role, Segment

NAMESPACES: Mapping[str, str] = {"http://ns.adobe.com/AdobeInDesign/idml/1.0/packaging": "idPkg"}

_TITLE = lazy_pattern(r"\b(?:head(?:ing|line|er)?|h[1-6]|title)\b", re.IGNORECASE)
_NOTES = {"Footnote": "footnote", "Endnote": "endnote", "Note": "note"}
_SKIPPED = ("HiddenText", "Properties", "StoryPreference", "InCopyExportOption")


class _Scope(Struct):
    """What holds paragraphs: the story, a cell, a note. `written` tells whether its open paragraph has begun."""

    container: Container
    role: Role | None = None
    written: bool = False
    style: str = ""


class StoryText(Handler):
    """Handles one story; `segments` are then its paragraphs. `place` is the story's own ("page 2, story 1")."""

    def __init__(self, part: str, data: bytes, place: str) -> None:
        self._text = PartText(part, data)
        self._scopes = [_Scope(Container(place))]
        self._skipping = self._notes = 0
        self._in_content = False
        self._struck = [False]

    def segments(self) -> list[Segment]:
        while self._scopes:
            self._finish()
            self._scopes.pop()
        return self._text.segments()

    def start(self, name: str, attributes: dict[str, str], start: int, end: int) -> None:
        if self._skipping or name in _SKIPPED or attributes.get("ChangeType") == "DeletedText":
            self._skipping += 1
        elif name == "Content":
            self._in_content = True
        elif name == "Br":
            self._finish()
        elif name == "ParagraphStyleRange":
            self._scopes[-1].style = attributes.get("AppliedParagraphStyle", "").rpartition("/")[2]
        elif name == "CharacterStyleRange":
            self._struck.append(attributes.get("StrikeThru") == "true")
        elif name == "Table":
            self._scopes[-1].container.tables += 1
        elif name == "Cell":
            self._scopes.append(self._cell(attributes.get("Name", "")))
        elif name in _NOTES:
            self._notes += 1
            container = Container(self._scopes[0].container.within(f"{_NOTES[name]} {self._notes}"), counted=False)
            self._scopes.append(_Scope(container, Role.NOTE))

    def end(self, name: str) -> None:
        if self._skipping:
            self._skipping -= 1
        elif name == "Content":
            self._in_content = False
        elif name == "CharacterStyleRange":
            self._struck.pop()
        elif (name == "Cell" or name in _NOTES) and len(self._scopes) > 1:
            self._finish()
            self._scopes.pop()

    def text(self, text: str, start: int, end: int) -> None:
        if self._skipping or not self._in_content:
            return
        if not self._scopes[-1].written:
            self._scopes[-1].written = True
            self._text.begin()
        if self._struck[-1]:
            self._text.character(MASK, start, end)
        else:
            self._text.add(text, start, end)

    def _cell(self, name: str) -> _Scope:
        """Cells are named column:row, from 0."""
        outer = self._scopes[-1].container
        column, _, row = name.partition(":")
        table = outer.within(f"table {outer.tables}")
        if not (column.isdecimal() and row.isdecimal() and len(name) < 16):
            return _Scope(Container(table, counted=False), Role.CELL)
        group = f"{table}, row {int(row) + 1}"
        cell = Container(f"{group}, cell {int(column) + 1}", counted=False, group=group, column=int(column))
        return _Scope(cell, Role.CELL)

    def _finish(self) -> None:
        scope = self._scopes[-1]
        place = scope.container.next_paragraph()
        if not scope.written:
            return
        scope.written = False
        title = scope.role is None and _TITLE.search(scope.style)
        role = scope.role or (Role.TITLE if title else Role.BODY)
        self._text.finish(role, place=place, group=scope.container.group, column=scope.container.column)


class Spread(Handler):
    """Reads a spread: its pages' names, and which stories begin in its frames."""

    def __init__(self) -> None:
        self.pages: list[str] = []
        self.stories: list[str] = []

    def start(self, name: str, attributes: dict[str, str], start: int, end: int) -> None:
        if name == "Page":
            self.pages.append(attributes.get("Name", ""))
        elif name == "TextFrame" and attributes.get("PreviousTextFrame", "n") == "n":
            self.stories.append(attributes.get("ParentStory", ""))

    @property
    def place(self) -> str:
        """ "page 1", "pages 2–3"; the story's frame stands on one of them."""
        names = [name for name in self.pages if name]
        if not names:
            return "master page"
        return f"page {names[0]}" if len(names) == 1 else f"pages {names[0]}–{names[-1]}"
