"""Which entry people mean: its id or any of its labels, in any case of letters; never one that is only near."""

from collections import defaultdict
from collections.abc import Sequence

from msglint.errors import MsglintError
from msglint.model.glossary import Entry, Glossary

_NEAR = 60.0
"""From this ratio of common letters (0–100) on a name is offered in answer to one that nobody knows."""
_OFFERED = 3


class RefusedError(MsglintError):
    """What was asked for cannot be done to the glossary as it is. The message says what can."""


class Names:
    """The names of a glossary's entries."""

    def __init__(self, glossary: Glossary) -> None:
        self._glossary = glossary
        self._current: dict[str, list[Entry]] = defaultdict(list)
        self._former: dict[str, list[Entry]] = defaultdict(list)
        for entry in glossary.entries:
            self._current[_folded(entry.id)].append(entry)
            for label in entry.labels:
                named = self._current if label.kind.current else self._former
                named[_folded(label.text)].append(entry)

    def entry(self, name: str) -> Entry:
        """The entry of that id or label; a current name counts before a former one. Raises RefusedError."""
        if (written := self._glossary.ids.get(name)) is not None:
            return written
        found = self.having(name)
        if len(found) == 1:
            return found[0]
        if found:
            ids = ", ".join(f"{entry.id} (“{entry.preferred.text}”)" for entry in found)
            raise RefusedError(f"“{name}” is a name of several entries: write the id of one of them: {ids}")
        near = self.near(name)
        offered = f"did you mean {_either(near)}?" if near else "`msglint today` lists all names"
        raise RefusedError(f"“{name}” is no name in the glossary; {offered}")

    def having(self, name: str) -> list[Entry]:
        """The entries that have this name now; if none has, those that had it."""
        found = self._current.get(_folded(name)) or self._former.get(_folded(name)) or []
        return list({entry.id: entry for entry in found}.values())

    def near(self, name: str, least: float = _NEAR) -> list[str]:
        """The labels most like a name, at most three, one an entry; `least` is a ratio of common letters (0–100)."""
        from rapidfuzz import fuzz, process

        texts = {label.text: entry.id for entry in self._glossary.entries for label in entry.labels}
        by_fold = {_folded(text): text for text in texts}
        best = process.extract(_folded(name), list(by_fold), scorer=fuzz.ratio, score_cutoff=least, limit=10)
        ids: dict[str, str] = {}
        for folded, _, _ in best:
            ids.setdefault(texts[by_fold[folded]], by_fold[folded])
        return list(ids.values())[:_OFFERED]


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _either(names: Sequence[str]) -> str:
    quoted = [f"“{name}”" for name in names]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} or {quoted[-1]}"
