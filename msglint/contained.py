"""The child's side of containment: answers calls, within limits of memory and time. It imports next to nothing, since
every child does so anew.
"""

from collections.abc import Mapping
from contextlib import suppress
import importlib
import os
import sys


class RefusedError(Exception):
    """Raised by a contained function itself: the message is a reason a person can act on."""


def serve(memory: int) -> None:
    """Answer calls until there are no more."""
    import faulthandler
    import json

    _limit(memory)
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # nothing that a library prints gets between the answers
    while line := requests.readline():
        request = json.loads(line)
        data = requests.read(request["length"])
        # Ends this process from a thread of its own, whatever the library is busy with, and on every system.
        faulthandler.dump_traceback_later(request["seconds"], exit=True)
        answer = _answer(request, data)
        faulthandler.cancel_dump_traceback_later()
        answers.write(json.dumps(answer).encode() + b"\n")
        answers.flush()


def allow_memory(more: int) -> None:
    """Let this process have so many more bytes than it has now, where the system can keep it from more: on Linux."""
    try:
        with open("/proc/self/statm", "rb") as pages:
            now = int(pages.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return
    _limit(now + more)


def _limit(memory: int) -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    with suppress(ValueError, OSError):  # macOS refuses; a lower limit already in force is as good
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _answer(request: Mapping[str, object], data: bytes) -> dict[str, object]:
    module, _, name = str(request["function"]).partition(":")
    options = request["options"]
    assert isinstance(options, dict)
    try:
        return {"result": getattr(importlib.import_module(module), name)(data, **options)}
    except RefusedError as error:
        return {"refused": str(error)}
    except MemoryError:
        return {"memory": True}
