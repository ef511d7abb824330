"""What libyaml says of a broken file, said so that a person who never saw YAML can mend it."""

import re

import yaml

_QUOTE = "put the whole value in quotes"
_CURES = {
    "mapping values are not allowed": "a colon and a space inside a value, or a line indented too far: "
    f"{_QUOTE}, or mend the indentation",
    "found unexpected end of stream": "this quote is never closed",
    "did not find expected ',' or ']'": "this `[` is never closed, or a comma is missing inside it",
    "did not find expected ',' or '}'": "this `{` is never closed, or a comma is missing inside it",
    "did not find expected '-' indicator": "a list and something else at one indentation: begin each line of the list "
    "with `- `, and indent what belongs to it",
    "did not find expected key": "neither a key nor the end of the one above: check the indentation, and quote values "
    "that begin with a quote or a bracket",
    "could not find expected ':'": "a key without its colon: write `key: value`",
    "found unknown escape character": "a backslash inside double quotes: use single quotes",
    "did not find expected node content": "a value is missing here",
}
_AT_OPENING = ("found unexpected end of stream", "did not find expected ',' or")


def explain(error: yaml.YAMLError, text: str) -> tuple[str, int, int]:
    """The message, and line and column from 0, for what PyYAML raised on `text`."""
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "cannot be read")
    mark = getattr(error, "problem_mark", None)
    opening = getattr(error, "context_mark", None)
    if opening is not None and problem.startswith(_AT_OPENING):
        mark = opening
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = re.split(r"\r\n|\n|\r", text.rstrip())
    if line >= len(lines):  # at the end of the file: point behind the last thing written
        line, column = len(lines) - 1, len(lines[-1])
    written = lines[line]
    if (tab := re.match(r" *\t", written)) or written[column : column + 1] == "\t":
        column = tab.end() - 1 if tab else column
        return "not YAML: a tab stands here; YAML is indented by spaces", line, column
    if problem.startswith("found character that cannot start any token"):
        return f"not YAML: a value cannot begin with “{written[column : column + 1]}”: {_QUOTE}", line, column
    cure = next((cure for start, cure in _CURES.items() if problem.startswith(start)), problem)
    return f"not YAML: {cure}", line, column
