"""Word's complex fields: between "begin" and "separate" stands code, between "separate" and "end" what it shows."""

from msgspec import Struct

_MERGED = ("MERGEFIELD", "GREETINGLINE", "ADDRESSBLOCK", "MERGEREC", "MERGESEQ")


def is_placeholder(code: str) -> bool:
    """Whether a field is filled in for each recipient of a mail merge."""
    return code.strip().upper().startswith(_MERGED)


class _Field(Struct):
    code: str = ""
    shown: bool = False


class Fields:
    """The fields open at this point; they nest, and reach over paragraphs."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    def mark(self, kind: str) -> None:
        """A w:fldChar of that kind."""
        if kind == "begin":
            self._open.append(_Field())
        elif self._open and kind == "separate":
            self._open[-1].shown = True
        elif self._open and kind == "end":
            self._open.pop()

    def add_code(self, text: str) -> None:
        if self._open and not self._open[-1].shown:
            self._open[-1].code += text

    @property
    def in_code(self) -> bool:
        return any(not field.shown for field in self._open)

    @property
    def in_placeholder(self) -> bool:
        return any(field.shown and is_placeholder(field.code) for field in self._open)
