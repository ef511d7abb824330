"""What reading one file of the glossary collects: where its text stands, and everything that is wrong with it."""

from collections.abc import Iterable

from msgspec import Struct, field
import yaml

from msglint.errors import Problem
from msglint.model.glossary import Origin


class Reading(Struct):
    """`path` as shown to people; `first_line` the number of the text's first line. Collects `problems`."""

    path: str
    first_line: int = 1
    problems: list[Problem] = field(default_factory=list)

    def origin(self, node: yaml.Node) -> Origin:
        """Where a node is written; `end_column` where it ends on the line on which it begins."""
        start, end = node.start_mark, node.end_mark
        end_column = end.column + 1 if end.line == start.line else None
        return Origin(self.path, start.line + self.first_line, start.column + 1, end_column)

    def complain(self, node: yaml.Node, key: str | None, message: str) -> None:
        """Note a problem at a node; the message gets the key in front."""
        said = f"`{key}`: {message}" if key else message
        origin = self.origin(node)
        self.problems.append(Problem(self.path, said, origin.line, origin.column, key))


def nearest(word: str, allowed: Iterable[str]) -> str:
    """ "; did you mean `superseded`?" where one of the allowed words is near, else ""."""
    import difflib

    by_fold = {candidate.casefold(): candidate for candidate in allowed}
    near = difflib.get_close_matches(word.casefold(), by_fold, 1)
    return f"; did you mean `{by_fold[near[0]]}`?" if near else ""


def shortened(text: str, length: int = 60) -> str:
    """What was found, on one line and short enough for a message."""
    text = " ".join(text.split())
    return text if len(text) <= length else text[: length - 1] + "…"
