"""Runs a function over untrusted bytes in a child process, within limits of memory and time.

The child is kept for the next call, since starting one costs a tenth of a second; it is ended with this process, and
whenever a limit was hit. What goes over the pipes is JSON and raw bytes, never pickle: a child that was taken over by
what it read can only lie about the text. `python -P` keeps it from importing what lies about in the working directory.
"""

import atexit
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
import importlib
import os
from pathlib import Path
import sys
import threading
import time

from msglint.errors import ConfigError, Problem

_START = "import sys; sys.path.append(sys.argv[1]); from msglint.containment import serve; serve(int(sys.argv[2]))"
_CALLS = 200
"""After so many calls a child is replaced, so that what its libraries leak stays small."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one document may take.

    memory       bytes of address space of the child process; not enforced where the system cannot (Windows, macOS)
    seconds      for one document, without its OCR
    ocr_seconds  for the OCR of one page or image
    ocr_pages    pages of one document that are read by OCR; further ones are reported as not checked
    """

    memory: int = 1 << 30
    seconds: float = 30.0
    ocr_seconds: float = 60.0
    ocr_pages: int = 50

    @classmethod
    def of_environment(cls, environment: Mapping[str, str] = os.environ) -> "Limits":
        """The defaults, or MSGLINT_MEMORY_LIMIT (megabytes) and MSGLINT_TIME_LIMIT (seconds) where they are set.

        Raises ConfigError where one of them is no positive whole number.
        """
        memory = _whole(environment, "MSGLINT_MEMORY_LIMIT", cls().memory >> 20)
        return cls(memory=memory << 20, seconds=float(_whole(environment, "MSGLINT_TIME_LIMIT", int(cls().seconds))))


def _whole(environment: Mapping[str, str], name: str, default: int) -> int:
    written = environment.get(name, str(default))
    if not (written.isascii() and written.isdigit() and len(written) < 9 and int(written)):
        raise ConfigError(Problem(name, f"{written!r} is no positive whole number: set it to one like {default}"))
    return int(written)


class ContainmentError(Exception):
    """The function did not come to an end; the message says why, in words that follow "it"."""


class RefusedError(Exception):
    """Raised by a contained function itself: the message is a reason a person can act on."""


class _Child:
    """A process that answers calls one after the other."""

    def __init__(self, memory: int) -> None:
        import subprocess

        self.memory = memory
        self.owner = os.getpid()  # a fork of this process must not talk to the same child
        self.calls = 0
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", _START, str(Path(__file__).parent.parent), str(memory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )

    def call(self, request: dict[str, object], data: bytes) -> dict[str, object]:
        """The answer. Raises EOFError where the child ended instead."""
        import json

        assert self._process.stdin
        assert self._process.stdout
        self.calls += 1
        try:
            self._process.stdin.write(json.dumps({**request, "length": len(data)}).encode() + b"\n")
            self._process.stdin.write(data)
            self._process.stdin.flush()
        except OSError:  # it ended while we wrote; what it did last tells why
            raise EOFError from None
        answer = self._process.stdout.readline()
        if not answer.endswith(b"\n"):
            raise EOFError
        found: dict[str, object] = json.loads(answer)
        return found

    def end(self) -> None:
        """Stop it, in the middle of a call too."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):  # what was left to write has no reader any more
                if pipe:
                    pipe.close()


_lock = threading.Lock()
_kept: list[_Child] = []


def contained(function: str, data: bytes, limits: Limits, seconds: float, /, **options: object) -> object:
    """The result of `function` ("package.module:name"), called in a child as function(data, **options).

    Options and result are what JSON can say. Raises RefusedError where the function did, ContainmentError where it
    took more than `limits.memory` or `seconds`, or its process died.
    """
    request: dict[str, object] = {"function": function, "seconds": seconds, "options": options}
    with _lock:
        child = _child(limits.memory)
        began = time.monotonic()
        try:
            answer = child.call(request, data)
        except EOFError:
            _kept.clear()
            child.end()
            raise ContainmentError(_why(time.monotonic() - began, limits, seconds)) from None
        if answer.get("memory") or child.calls >= _CALLS:
            _kept.clear()
            child.end()
    if answer.get("memory"):
        raise ContainmentError(_too_large(limits))
    if "refused" in answer:
        raise RefusedError(str(answer["refused"]))
    return answer["result"]


def _child(memory: int) -> _Child:
    if _kept and (_kept[0].owner != os.getpid() or _kept[0].memory != memory):
        stale = _kept.pop()
        if stale.owner == os.getpid():
            stale.end()
    if not _kept:
        _kept.append(_Child(memory))
    return _kept[0]


@atexit.register
def dismiss() -> None:
    """End the child, whatever it is at."""
    if _kept and _kept[0].owner == os.getpid():
        _kept.pop().end()


def _why(taken: float, limits: Limits, seconds: float) -> str:
    if taken >= seconds:
        return f"takes longer than {seconds:g} seconds to read"
    # Out of memory ends in a crash like any other (PDFium aborts); there is no telling the two apart for certain.
    return f"{_too_large(limits)}, or is damaged"


def _too_large(limits: Limits) -> str:
    return f"needs more than {limits.memory >> 20} MB of memory to read"


def serve(memory: int) -> None:
    """The child's side: answer calls until there are no more."""
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
