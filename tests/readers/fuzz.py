"""Damages documents at length: whatever comes of it must be read or refused, in bounded time.

python -m tests.readers.fuzz [ROUNDS] [FILES…]      default: 2,000 rounds over the example company's documents
"""

from collections import Counter
from pathlib import Path
import random
import sys
import time

from msglint.errors import ReadError
from msglint.readers import Source, format_of, read
from tests.readers.office_documents import mutated

_EXAMPLES = Path(__file__).parents[2] / "examples"


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    named = [Path(name) for name in sys.argv[2:]] or sorted(_EXAMPLES.rglob("*.*"))
    files = [path for path in named if path.is_file() and format_of(path.name)]
    chance = random.Random(time.time_ns())
    outcomes: Counter[str] = Counter()
    slowest = (0.0, "")
    for number in range(rounds):
        path = files[number % len(files)]
        data = mutated(path.read_bytes(), chance)
        started = time.perf_counter()
        try:
            read(Source(path.name, data))
            outcomes["read"] += 1
        except ReadError:
            outcomes["refused"] += 1
        except Exception:
            Path("fuzz-crash").write_bytes(data)
            print(f"{path}: the damaged bytes are in fuzz-crash")  # noqa: T201
            raise
        slowest = max(slowest, (time.perf_counter() - started, str(path)))
    print(f"{rounds} documents: {dict(outcomes)}; slowest {slowest[0]:.2f} s ({slowest[1]})")  # noqa: T201


if __name__ == "__main__":
    main()
