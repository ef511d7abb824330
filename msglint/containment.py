"""Runs a function over untrusted bytes in a child process, within limits of memory and time.

A child is kept for the next call, since starting one costs a tenth of a second; it is ended with this process, and
whenever a limit was hit. What goes over the pipes is JSON and raw bytes, never pickle: a child that was taken over by
what it read can only lie about the text. `python -P` keeps it from importing what lies about in the working directory.
"""

import atexit
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
import os
from pathlib import Path
import sys
import time

from msglint.contained import RefusedError
from msglint.limits import Limits

_START = "import sys; sys.path.append(sys.argv[1]); from msglint.contained import serve; serve(int(sys.argv[2]))"
_CALLS = 200
"""After so many calls a child is replaced, so that what its libraries leak stays small."""
_SHORTEST = 0.05
"""Seconds; with none left, a call ends as one that took too long."""


class ContainmentError(Exception):
    """The function did not come to an end; the message says why, in words that follow "it"."""


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

    def kill(self) -> None:
        """Stop it in the middle of a call, whose caller is then told."""
        self._process.kill()

    def end(self) -> None:
        """Stop it and clear away what is left of it."""
        self.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):  # what was left to write has no reader any more
                if pipe:
                    pipe.close()


_idle: list[_Child] = []
_busy: list[_Child] = []
_processes = 1


def allow(processes: int) -> None:
    """How many children `contained_each` may use at once; one, unless this process has the others to itself."""
    global _processes
    _processes = processes


def contained(function: str, data: bytes, limits: Limits, seconds: float, /, **options: object) -> object:
    """The result of `function` ("package.module:name"), called in a child as function(data, **options).

    Options and result are what JSON can say. Raises RefusedError where the function did, ContainmentError where it
    took more than `limits.memory` or `seconds`, or its process died.
    """
    request: dict[str, object] = {"function": function, "seconds": seconds, "options": options}
    child = _child(limits.memory)
    _busy.append(child)
    began = time.monotonic()
    try:
        answer = child.call(request, data)
    except EOFError:
        child.end()
        raise ContainmentError(_why(time.monotonic() - began, limits, seconds)) from None
    except BaseException:  # interrupted: what it answers belongs to nobody
        child.end()
        raise
    finally:
        _busy.remove(child)
    if answer.get("memory") or child.calls >= _CALLS:
        child.end()
    else:
        _idle.append(child)
    if answer.get("memory"):
        raise ContainmentError(_too_large(limits))
    if "refused" in answer:
        raise RefusedError(str(answer["refused"]))
    return answer["result"]


def at_once() -> int:
    """How many children `contained_each` uses at once."""
    return _processes


def contained_each(
    function: str, data: bytes, limits: Limits, seconds: float, options: Sequence[Mapping[str, object]]
) -> Iterator[object]:
    """As `contained`, once with each of the options, in several children at once where `allow` lets it; in their order,
    each as soon as it is there.

    `seconds` is for all of them together.
    """
    end = time.monotonic() + seconds

    def one(chosen: Mapping[str, object]) -> object:
        try:
            return contained(function, data, limits, max(end - time.monotonic(), _SHORTEST), **chosen)
        except ContainmentError:
            if time.monotonic() >= end:
                raise ContainmentError(_too_long(seconds)) from None
            raise

    if min(_processes, len(options)) < 2:
        yield from map(one, options)
        return
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(min(_processes, len(options))) as pool:
        try:
            yield from pool.map(one, options)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            for child in tuple(_busy):
                child.kill()
            raise


def _child(memory: int) -> _Child:
    """One that waits, else a new one. Taking and giving back are single steps, so threads need no lock."""
    while _idle:
        child = _idle.pop()
        if child.owner != os.getpid():
            continue
        if child.memory == memory:
            return child
        child.end()
    return _Child(memory)


@atexit.register
def dismiss() -> None:
    """End all children, whatever they are at."""
    for child in (*_idle, *_busy):
        if child.owner == os.getpid():
            child.end()
    _idle.clear()


def _why(taken: float, limits: Limits, seconds: float) -> str:
    if taken >= seconds:
        return _too_long(seconds)
    # Out of memory ends in a crash like any other (PDFium aborts); there is no telling the two apart for certain.
    return f"{_too_large(limits)}, or is damaged"


def _too_long(seconds: float) -> str:
    return f"takes longer than {seconds:g} seconds to read"


def _too_large(limits: Limits) -> str:
    return f"needs more than {limits.memory >> 20} MB of memory to read"
