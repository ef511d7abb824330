"""The whole glossary open for editing: which file holds an entry, what is to change, the files as they are to be."""

from collections import defaultdict
from functools import cached_property
from pathlib import Path

from msglint.agreement.names import Names
from msglint.agreement.plain import Fields
from msglint.agreement.proof import Change, prove
from msglint.agreement.sheet import Sheet
from msglint.errors import GlossaryError, Problem
from msglint.glossary.load import load_glossary
from msglint.model.glossary import Entry, Glossary


class Draft:
    """A glossary as it stands, and the changes that are wanted. Nothing is written here."""

    def __init__(self, path: Path) -> None:
        """Raises GlossaryError."""
        self.glossary: Glossary = load_glossary(path)
        self.names = Names(self.glossary)
        self._path = path
        self._sheets: dict[str, Sheet] = {}
        self._wanted: dict[str, dict[int, Fields | None]] = defaultdict(dict)
        self._new: dict[str, list[Fields]] = defaultdict(list)

    @cached_property
    def _places(self) -> dict[str, tuple[str, int]]:
        """Where each entry lives: its file, and its number there."""
        counts: dict[str, int] = defaultdict(int)
        places = {}
        for entry in self.glossary.entries:
            path = entry.origin.path
            places[entry.id] = (path, counts[path])
            counts[path] += 1
        return places

    def sheet(self, path: str) -> Sheet:
        """A file of the glossary. Raises GlossaryError where it cannot be read or edited."""
        if path not in self._sheets:
            try:
                self._sheets[path] = Sheet(path, Path(path).read_bytes())
            except OSError as error:
                raise GlossaryError(Problem(path, f"cannot be read: {error.strerror}")) from error
            if len(self._sheets[path].entries) != sum(place[0] == path for place in self._places.values()):
                message = "`terms` cannot be edited where `<<` brings it in: write it out under `terms:`"
                raise GlossaryError(Problem(path, message, 1, 1, "terms"))
        return self._sheets[path]

    def fields(self, entry: Entry) -> Fields:
        """What an entry is to say: as it is written, or as was put last."""
        path, index = self._places[entry.id]
        wanted = self._wanted[path].get(index)
        return dict(wanted) if wanted is not None else self.sheet(path).fields(index)

    def put(self, entry: Entry, fields: Fields) -> None:
        """Have an entry say this instead."""
        path, index = self._places[entry.id]
        self.sheet(path)
        self._wanted[path][index] = fields

    def remove(self, entry: Entry) -> None:
        """Take an entry out."""
        path, index = self._places[entry.id]
        self._wanted[path][index] = None

    def add(self, fields: Fields, path: str | None = None) -> None:
        """Add an entry behind the last of a file, the main one unless another is named. Raises GlossaryError."""
        file = path or self.glossary.files[0]
        if file not in self.glossary.files:
            known = ", ".join(self.glossary.files)
            raise GlossaryError(Problem(file, f"is no file of this glossary, which consists of {known}; name one"))
        self._new[file].append(fields)

    def changes(self) -> list[Change]:
        """The files that change, proven to say what is wanted and nothing else. Raises GlossaryError."""
        changes = []
        for path in dict.fromkeys((*self._wanted, *self._new)):
            sheet = self.sheet(path)
            after = sheet.rewritten(self._wanted[path], self._new[path])
            if after != sheet.data:
                changes.append(Change(sheet, Sheet(path, after), self._wanted[path], self._new[path]))
        return changes

    def result(self, changes: list[Change]) -> Glossary:
        """The glossary as it will be. Raises GlossaryError where the changes did more, or less, than was wanted."""
        if not changes:
            return self.glossary
        return prove(self._path, self.glossary, changes)
