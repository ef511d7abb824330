"""OpenDocument XML -> segments: the cells of sheets, as they are shown."""

from msglint.formats.opendocument.styles import OdfStyles
from msglint.formats.opendocument.text import OdfText, Scope, repeated
from msglint.formats.sheets.names import called, letters
from msglint.formats.sheets.number_format import shown
from msglint.formats.word.places import Container, Table
from msglint.model.document import Role

_STORED = ("float", "currency", "percentage", "date", "time", "boolean")


class CellText(OdfText):
    """Handles content.xml or styles.xml of a spreadsheet."""

    def __init__(self, part: str, data: bytes, styles: OdfStyles) -> None:
        super().__init__(part, data, styles, Scope(Container(counted=False)))
        self._pending: list[str] = []  # per open cell: what it stores, as long as nothing shown was found
        self._hidden = ""
        self._rows = 0  # that the last row stands for

    def table_start(self, attributes: dict[str, str]) -> None:
        if self._tables:  # a table within a cell
            super().table_start(attributes)
            return
        name = attributes.get("table:name", "")
        if any(map(str.isalnum, name)):
            self._begin(Role.TITLE, 1, f"sheet {name}")
            self._text.add(name, 0, 0, editable=False)
            self._finish()
        self._hidden = " (hidden sheet)" if self._styles.hides(attributes.get("table:style-name", "")) else ""
        self._tables.append(Table(called(name)))
        self._rows = 1

    def row_start(self, attributes: dict[str, str]) -> None:
        if len(self._tables) > 1:
            super().row_start(attributes)
        elif self._tables:
            table = self._tables[0]
            table.row, table.column, table.width = table.row + self._rows, -1, 1
            self._rows = repeated(attributes, "rows")

    def cell_start(self, attributes: dict[str, str]) -> None:
        if len(self._tables) != 1:
            super().cell_start(attributes)
            self._pending.append("")
            return
        table = self._tables[0]
        table.column += table.width
        table.width = repeated(attributes, "columns")
        place = f"{table.place}!{letters(table.column + 1)}{table.row}{self._hidden}"
        cell = Container(place, counted=False, group=f"{table.place}, row {table.row}", column=table.column)
        stored = attributes.get("office:value-type") in _STORED or "table:formula" in attributes
        self._scopes.append(Scope(cell, Role.CELL, editable=not stored))
        self._pending.append(_stored(attributes))

    def paragraph_start(self, attributes: dict[str, str]) -> None:
        if self._pending and self._scopes[-1].role is Role.CELL:
            self._pending[-1] = ""
        super().paragraph_start(attributes)

    def leave(self, scope: Scope) -> None:
        if scope.role is not Role.CELL or not self._pending:
            return
        if text := self._pending.pop():
            self._scopes.append(scope)
            self._begin(Role.CELL, 0, scope.container.place)
            self._text.add(text, 0, 0, editable=False)
            self._finish()
            self._scopes.pop()

    def box(self, attributes: dict[str, str]) -> Scope:
        sheet = self._tables[0].place if self._tables else ""
        place = self.count("text box")
        return Scope(Container(f"{sheet}, {place}" if sheet else place, counted=False))


def _stored(attributes: dict[str, str]) -> str:
    """What a cell without shown text stores."""
    kind, value = attributes.get("office:value-type"), attributes.get("office:value", "")
    if kind == "currency":
        return f"{shown(value)} {attributes.get('office:currency', '')}".strip()
    if kind == "percentage":
        return shown(value, "0.##%")
    if kind == "float":
        return shown(value)
    return (
        attributes.get("office:string-value", "") if kind == "string" else attributes.get("office:date-value", "")[:10]
    )
