"""What is in force in a run besides glossary and rules."""

from collections.abc import Mapping

from msgspec import Struct, field

from msglint.ignores import Patterns
from msglint.model.scale import Severity

NOTHING = Patterns("", ())


class DocumentKind(Struct, frozen=True):
    """What files of some paths are: `says` maps channel, audience, region and language to their values."""

    files: Patterns
    says: Mapping[str, str]


class FileIgnores(Struct, frozen=True):
    """Codes and prefixes that are not judged in files of some paths."""

    files: Patterns
    codes: tuple[str, ...]


class Settings(Struct, frozen=True):
    """The settings, defaults filled in. Paths are absolute; patterns are relative to the settings' folder.

    path             the file they come from, as shown; None where there is none
    fail_on          the least severity that makes a run fail; None is never
    dated_documents  "own-date": judged as on their own day; "today"
    model            an installed spaCy pipeline; None is the blank one
    baseline         the file of findings that are known; None where there is none
    origins          key -> where its value comes from ("msglint.yaml:3"), and so for each code of `severity`
                     ("severity.NAM108") and each pattern of `per_file_ignores`; absent for defaults
    """

    path: str | None = None
    glossary: str | None = None
    rules: tuple[str, ...] = ()
    exclude: Patterns = NOTHING
    fail_on: Severity | None = Severity.ERROR
    documents: tuple[DocumentKind, ...] = ()
    per_file_ignores: tuple[FileIgnores, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    dated_documents: str = "own-date"
    model: str | None = None
    baseline: str | None = None
    origins: Mapping[str, str] = field(default_factory=dict)

    def said_of(self, path: str) -> dict[str, str]:
        """Channel, audience, region and language of a file by its absolute path: all that match, later ones win."""
        said: dict[str, str] = {}
        for kind in self.documents:
            if kind.files.match(path):
                said.update(kind.says)
        return said

    def ignored_in(self, path: str) -> tuple[str, ...]:
        """The codes and prefixes not judged in a file, by its absolute path."""
        return tuple(code for ignores in self.per_file_ignores if ignores.files.match(path) for code in ignores.codes)
