"""Where in a Word document a paragraph stands, in words that a person can follow: "table 1, row 2, cell 3"."""

from msgspec import Struct


class Container(Struct):
    """What holds paragraphs: the body, a cell, a text box, a note. `place` is "" for the body.

    counted  whether its paragraphs are told apart by number
    """

    place: str = ""
    counted: bool = True
    group: str | None = None
    column: int | None = None
    paragraphs: int = 0
    tables: int = 0

    def within(self, more: str) -> str:
        return f"{self.place}, {more}" if self.place else more

    def next_paragraph(self) -> str:
        self.paragraphs += 1
        return self.within(f"paragraph {self.paragraphs}") if self.counted else self.place


class Table(Struct):
    """An open table; rows and cells count from 1, `column` is that of the open cell on the grid, from 0."""

    place: str
    row: int = 0
    cell: int = 0
    column: int = 0
    width: int = 1  # columns of the open cell

    def next_row(self) -> None:
        self.row, self.cell, self.column, self.width = self.row + 1, 0, 0, 0

    def next_cell(self) -> Container:
        self.cell += 1
        self.column += self.width
        self.width = 1
        row = f"{self.place}, row {self.row}"
        return Container(f"{row}, cell {self.cell}", counted=False, group=row, column=self.column)
