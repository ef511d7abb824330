"""Looks ahead for closing marks without looking twice at the same text, so that unclosed ones cost nothing more."""


class Ahead:
    """Where marks stand next in a text; it is asked at positions that never go back."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[str, int] = {}

    def find(self, mark: str, position: int) -> int:
        """Where `mark` stands next at or after `position`; -1 for nowhere."""
        known = self._known.get(mark, -2)
        if known == -1 or known >= position:
            return known
        self._known[mark] = found = self._text.find(mark, position)
        return found
