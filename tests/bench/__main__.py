"""python -m tests.bench [PART …]: measures, and prints a table."""

import argparse
from datetime import date
import math
import os
from pathlib import Path
import platform
import sys
import tempfile

from msglint import registry
from tests.bench.bench import Bench, Row

_PARTS = "tests.bench.parts"


def main() -> None:
    arguments = _arguments()
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    scale = "" if arguments.scale == 1 else f"; corpora of {arguments.scale:g} of their size, so ratios say little"
    _put(f"{machine}, {date.today()}{scale}\n\n| what | measured | goal | met | |\n|---|---:|---|---|---|")
    with tempfile.TemporaryDirectory(prefix="msglint-bench-") as folder:
        bench = Bench(Path(folder), arguments.runs, arguments.scale)
        for part in arguments.parts or registry.names(_PARTS):
            module = registry.load(_PARTS, part)
            _put(f"| **{(module.__doc__ or part).splitlines()[0]}** | | | | |")
            for row in module.measured(bench):
                _put(_line(row))


def _arguments() -> argparse.Namespace:
    parts = registry.names(_PARTS)
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"which: {', '.join(parts)}; without any, all")
    parser.add_argument("--runs", type=int, default=5, help="how often each command runs, after once uncounted")
    parser.add_argument("--scale", type=float, default=1.0, help="of each corpus; 0.01 tries the benchmark itself")
    arguments = parser.parse_args()
    if strange := set(arguments.parts) - set(parts):
        parser.error(f"no part is called {', '.join(sorted(strange))}; there are {', '.join(parts)}")
    return arguments


def _line(row: Row) -> str:
    value = "–" if math.isnan(row.value) else f"{row.value:.3g} {row.unit}"
    met = "" if row.met is None or math.isnan(row.value) else "yes" if row.met else "**no**"
    return f"| {row.what} | {value} | {row.goal} | {met} | {row.note} |"


def _put(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
