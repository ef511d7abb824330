"""The file a baseline is kept in: a line for each entry, in order, so that people can review it and git can merge it.

    # msglint baseline 1
    # fingerprint, count, rule, certainty, path, said: parted by tabs. Any order and repeated lines are all right.
    3a7f…<tab>2<tab>NAM101<tab>certain<tab>flyers/june.md<tab>Business Lunch

UTF-8. Only fingerprint, count, rule and certainty are judged by; the path, relative to the file's folder, says where to
look first.
"""

from collections.abc import Iterator
from pathlib import Path

from msglint.baseline.known import Baseline, Known
from msglint.baseline.mark import TITLE
from msglint.errors import ConfigError, Problem
from msglint.lazy_pattern import lazy_pattern
from msglint.model.scale import Certainty
from msglint.text.showing import shown

NAME = "msglint-baseline.txt"
"""Where a baseline is kept unless told otherwise."""
_VERSION = "1"
_HEADER = f"""\
{TITLE}{_VERSION}
# Findings that are known and not shown again: fingerprint, count, rule, certainty, path, said, parted by tabs.
# `msglint baseline prune` removes what is gone. Lines may stand in any order, and twice: keep both sides of a merge.
"""
_FINGERPRINT = lazy_pattern(r"[0-9a-f]{16,64}")
_COUNT = lazy_pattern(r"[1-9][0-9]{0,8}")
_CONFLICT = lazy_pattern(r"(?:<<<<<<<|=======|>>>>>>>|\|\|\|\|\|\|\|)(?: |$)")


def render(baseline: Baseline) -> str:
    """The file's text."""
    rows = (
        "\t".join((known.fingerprint, str(known.count), known.rule, str(known.certainty), known.path, known.said))
        for known in baseline.entries
    )
    return _HEADER + "".join(f"{row}\n" for row in rows)


def load(path: str | Path) -> Baseline:
    """The baseline in that file. Raises ConfigError with all that is wrong, each with its line and cure."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        cure = "`msglint baseline create` writes one" if isinstance(error, FileNotFoundError) else "give another file"
        raise ConfigError(Problem(shown(path), f"no baseline can be read here ({error.strerror}): {cure}")) from error
    return parse(data.decode("utf-8-sig", errors="replace"), shown(path))


def parse(text: str, path: str) -> Baseline:
    """The baseline written in a text; `path` is for errors. Raises ConfigError."""
    lines = text.replace("\r\n", "\n").split("\n")
    _refuse_other_versions(lines[0], path)
    entries: list[Known] = []
    problems: list[Problem] = []
    for number, line in enumerate(lines, start=1):
        if line.strip() and not line.startswith("#"):
            wrong = list(_wrong(line))
            problems += [Problem(path, problem, number) for problem in wrong]
            if not wrong:
                entries.append(_known(line))
    if problems:
        raise ConfigError(problems)
    return Baseline.of(entries)


def _refuse_other_versions(first: str, path: str) -> None:
    if not first.startswith(TITLE):
        cure = f"a baseline begins with “{TITLE}{_VERSION}”; `msglint baseline create` writes one"
        raise ConfigError(Problem(path, f"this is no baseline: {cure}", 1))
    version = first.removeprefix(TITLE).strip()
    if version != _VERSION:
        cure = "use the msglint that wrote it, or write it anew with `msglint baseline create --force`"
        raise ConfigError(Problem(path, f"a baseline of version “{version}”, and this msglint reads 1: {cure}", 1))


def _wrong(line: str) -> Iterator[str]:
    """What is wrong with a line, if anything is."""
    if _CONFLICT.match(line):
        yield "a merge was left unfinished here: delete this line and its like, and keep the lines between them"
        return
    fields = line.split("\t")
    if len(fields) != 6:
        yield f"{len(fields)} fields parted by tabs where there should be 6: restore the line from git, or delete it"
        return
    fingerprint, count, rule, certainty, _, _ = fields
    if not _FINGERPRINT.fullmatch(fingerprint):
        yield f"“{fingerprint}” is no fingerprint: restore the line from git, or delete it"
    if not _COUNT.fullmatch(count):
        yield f"the count is “{count}”: write how many there are, from 1 on"
    if not rule.strip():
        yield "the rule is missing: restore the line from git, or delete it"
    if certainty not in {str(level) for level in Certainty}:
        yield f"the certainty is “{certainty}”: write certain, likely or possible"


def _known(line: str) -> Known:
    fingerprint, count, rule, certainty, path, said = line.split("\t")
    return Known(fingerprint, path, int(count), rule, Certainty[certainty.upper()], said)
