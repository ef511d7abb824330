"""Putting the files down: what is there already stays as it is, but for one entry added to pre-commit's settings."""

from collections.abc import Iterator, Mapping
import os
from pathlib import Path

from msgspec import Struct

from msglint.errors import ConfigError, Problem
from msglint.lazy_pattern import lazy_pattern
from msglint.starting.answers import Answers
from msglint.starting.files import GITLAB, GITLAB_INCLUDED, HOOK, files_for, hook_entry
from msglint.writing import replace_file

_OURS = lazy_pattern(r"""\bid:\s*["']?msglint\b""")
"""Our hook among others'; our name alone may be in a comment."""


class Written(Struct, frozen=True):
    """What became of one file. `done` is "written", "kept" or "added to"; `todo` is left for the user to do."""

    path: str
    done: str
    todo: str = ""


def put_down(folder: Path, answers: Answers) -> Iterator[Written]:
    """Write the files into the folder, which is made where it is not there.

    Raises ConfigError and WriteError where one cannot be written; those before it are.
    """
    existing = {name for name in (GITLAB,) if (folder / name).exists()}
    files = files_for(answers, existing)
    for path, text in files.items():
        yield _hooked(folder, answers) if path == HOOK and (folder / HOOK).exists() else _new(folder, path, text)
    if GITLAB_INCLUDED in files:
        todo = f"add to its `include:` the line `- local: {GITLAB_INCLUDED}`"
        yield Written(GITLAB, "kept", todo)


def would_be_written(folder: Path, answers: Answers) -> Mapping[str, str]:
    """The files that are not there yet, with what they would hold."""
    files = files_for(answers, [GITLAB] if (folder / GITLAB).exists() else [])
    return {path: text for path, text in files.items() if not (folder / path).exists()}


def _new(folder: Path, path: str, text: str) -> Written:
    target = folder / path
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        # "x": a file that is there, even one made this very moment, is somebody's.
        with open(target, "x", encoding="utf-8", newline="\n") as out:
            out.write(text)
    except FileExistsError:
        return Written(path, "kept")
    except OSError as error:
        raise ConfigError(Problem(path, f"cannot be written: {error.strerror}; may you write there?")) from error
    return Written(path, "written")


def _hooked(folder: Path, answers: Answers) -> Written:
    """Pre-commit's settings with our entry at the end of their list, where that is a list of lines."""
    target = folder / HOOK
    before = target.read_bytes()
    entry = hook_entry(answers)
    todo = f"add below its `repos:`\n{entry.rstrip()}"
    try:
        text = before.decode("utf-8")
    except UnicodeDecodeError:
        return Written(HOOK, "kept", todo)
    if _OURS.search(text):
        return Written(HOOK, "kept")
    after = _with_entry(text, entry)
    if after is None:
        return Written(HOOK, "kept", todo)
    replace_file(HOOK, os.fspath(target), before, after.encode("utf-8"))
    return Written(HOOK, "added to")


def _with_entry(text: str, entry: str) -> str | None:
    """The settings with one more item in `repos`, all else as it was; None where that is no list of lines."""
    import yaml

    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError):
        return None
    items = root.value if isinstance(root, yaml.MappingNode) else []
    repos = next((value for key, value in items if key.value == "repos"), None)
    if not isinstance(repos, yaml.SequenceNode) or repos.flow_style or not repos.value:
        return None
    newline = "\r\n" if "\r\n" in text else "\n"
    last = _last_line(repos)
    indent = " " * repos.start_mark.column
    lines = text.splitlines(keepends=True)
    if not lines[last].endswith("\n"):
        lines[last] += newline
    added = [f"{indent}{line[2:]}{newline}" if line.strip() else newline for line in entry.splitlines()]
    after = "".join([*lines[: last + 1], *added, *lines[last + 1 :]])
    return after if _only_added(text, after) else None


def _last_line(node: object) -> int:
    """The last line (from 0) that something of a node stands on; its end mark lies behind comments that follow it."""
    import yaml

    if isinstance(node, yaml.MappingNode) and node.value and not node.flow_style:
        return _last_line(node.value[-1][1])
    if isinstance(node, yaml.SequenceNode) and node.value and not node.flow_style:
        return _last_line(node.value[-1])
    assert isinstance(node, yaml.Node)
    at_start = node.end_mark.column == 0 and node.end_mark.line > node.start_mark.line
    return int(node.end_mark.line) - at_start


def _only_added(before: str, after: str) -> bool:
    """Whether one item more in `repos` is all that the settings gained."""
    import yaml

    try:
        old, new = yaml.safe_load(before), yaml.safe_load(after)
    except yaml.YAMLError:
        return False
    return isinstance(new, dict) and new["repos"][:-1] == old["repos"] and {**new, "repos": old["repos"]} == old
