"""Prints the table: for each kind of sentence, how many each tool finds; of fine ones, how many it flags."""

from collections.abc import Mapping
from pathlib import Path
import sys
import tempfile

from tests.compare.sentences import FINE, kinds, write
from tests.compare.tools import MSGLINT, OTHERS, Tool


def main() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        names = write(Path(scratch))
        tools = [MSGLINT, *(tool for tool in OTHERS if tool.installed)]
        found = {tool.name: tool.found(Path(scratch)) for tool in tools}
    sys.stdout.write("\n".join([*table(names, tools, found), ""]))


def table(names: Mapping[str, str], tools: list[Tool], found: Mapping[str, set[str]]) -> list[str]:
    """Markdown. `names`: kind by file name; `found`: the files each tool says something about."""
    lines = [
        f"| Sentences | {' | '.join(f'{tool.name} {tool.told_version()}' for tool in tools)} |",
        "|:--" * (len(tools) + 1) + "|",
    ]
    for kind in kinds(names):
        of_kind = {name for name, its in names.items() if its == kind}
        cells = " | ".join(f"{len(of_kind & found[tool.name])}/{len(of_kind)}" for tool in tools)
        lines.append(f"| {'**false alarms** on what is fine' if kind == FINE else kind} | {cells} |")
    return lines


if __name__ == "__main__":
    main()
