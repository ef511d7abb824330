"""Files spread over processes; what they come to, in the files' order. A process that dies costs one file."""

from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
import math
import multiprocessing
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
import signal
import sys
import threading
import time

from msgspec import Struct

from msglint.engine import Standard, unread
from msglint.running.judged import Judged
from msglint.running.most import Most
from msglint.running.worker import serve
from msglint.sources import SourceFile

_CHUNK_BYTES, _CHUNK_FILES = 1 << 17, 64
"""One message's worth: some hundredths of a second of work, against a fraction of a thousandth for the message."""
_AHEAD = 4096
"""Files judged before an earlier one is done: a book among letters must not pile up the letters' results."""
_STARTING = 30.0
"""Seconds that a process may take to start where it has to import everything first."""
_PATIENCE = 1.0
"""Seconds for a worker to end when it is told to."""
_DIED = "the process that read it died, perhaps for want of memory: make the file smaller, or leave it out"


class _Chunk(Struct, frozen=True):
    """Files that stand one after the other, the first of them at `first`."""

    first: int
    files: tuple[SourceFile, ...]


class _Worker(Struct):
    """`chunk`: what it is at, None while it waits; `until`: when it has to be done, None for whenever."""

    process: BaseProcess
    connection: Connection
    chunk: _Chunk | None = None
    until: float | None = None

    def end(self) -> None:
        """Kill it where it does not end by itself."""
        self.process.join(_PATIENCE)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()
        self.connection.close()


def spread(
    files: Iterable[SourceFile], standard: Standard, most: int, marked: bool, limits: Most | None = None
) -> Iterator[Judged]:
    """Judge files in at most so many processes, which end with the iterator. Errors that end a run are raised here.

    A file whose judging kills the process, or takes more than `limits`, is unreadable. `marked` as in `judge`.
    """
    if _context().get_start_method() == "fork":
        standard.screen.prepare()
    crew = _Crew(_chunks(files, 1 if limits else _CHUNK_FILES), standard, most, marked, limits)
    at = 0
    try:
        while crew.keep_busy(at) or at in crew.done:
            while at in crew.done:
                yield crew.done.pop(at)
                at += 1
            crew.keep_busy(at)
            crew.collect()
    finally:
        crew.dismiss()


class _Crew:
    """Workers, what waits for them (`_again` first) and, by the files' positions, what is `done`."""

    def __init__(
        self, chunks: Iterator[_Chunk], standard: Standard, most: int, marked: bool, limits: Most | None
    ) -> None:
        self._chunks, self._standard, self._most, self._marked = chunks, standard, most, marked
        self._limits = limits or Most()
        self._again: deque[_Chunk] = deque()
        self._workers: list[_Worker] = []
        self.done: dict[int, Judged] = {}

    def keep_busy(self, at: int) -> bool:
        """Give each worker something to do, and start one more where there is more. Whether anybody is at work."""
        while True:
            idle = next((worker for worker in self._workers if worker.chunk is None), None)
            if idle is None and len(self._workers) >= self._most:
                return True
            chunk = self._next(at)
            if chunk is None:
                return any(worker.chunk for worker in self._workers)
            if idle is None:
                others = [worker.connection for worker in self._workers]
                self._workers.append(idle := _start(self._standard, self._marked, others, self._limits))
            idle.chunk, idle.until = chunk, self._deadline(idle.until is None)
            try:
                idle.connection.send(chunk.files)
            except OSError:  # died while it waited
                self._bury(idle)

    def _next(self, at: int) -> _Chunk | None:
        if self._again:
            return self._again.popleft()
        if len(self.done) > _AHEAD and at not in self.done:
            return None
        return next(self._chunks, None)

    def collect(self) -> None:
        """Wait until somebody is done or late, and take what there is."""
        busy = {worker.connection: worker for worker in self._workers if worker.chunk}
        if not busy:
            return
        first = min(worker.until or math.inf for worker in busy.values())
        patience = None if first == math.inf else max(first - time.monotonic(), 0)
        done = wait(list(busy), patience)
        for connection in done:
            assert isinstance(connection, Connection)
            self._take(busy[connection])
        for connection, worker in busy.items():
            if connection not in done and (worker.until or math.inf) <= time.monotonic():
                worker.process.kill()
                self._bury(worker, self._limits.too_long())

    def _deadline(self, new: bool) -> float | None:
        """When a worker has to be done with a chunk; one that is new has to start first."""
        if self._limits.seconds is None:
            return None
        starting = _STARTING if new and _context().get_start_method() != "fork" else 0
        return time.monotonic() + self._limits.seconds + starting

    def _take(self, worker: _Worker) -> None:
        assert worker.chunk
        try:
            answer = worker.connection.recv()
        except (EOFError, OSError):
            self._bury(worker)
            return
        if isinstance(answer, Exception):
            raise answer
        self.done.update(enumerate(answer, worker.chunk.first))
        worker.chunk = None

    def _bury(self, worker: _Worker, why: str | None = None) -> None:
        """A worker died: of one file, or there is no telling of which, and each is tried by itself."""
        self._workers.remove(worker)
        worker.end()
        if why is None and self._limits.memory:
            why = self._limits.too_large()  # libraries abort or crash where they get no more; there is no telling apart
        chunk = worker.chunk
        assert chunk
        if len(chunk.files) == 1:
            self.done[chunk.first] = Judged(unread(chunk.files[0].path, why or _DIED, self._standard))
        else:
            self._again.extend(_Chunk(number, (file,)) for number, file in enumerate(chunk.files, chunk.first))

    def dismiss(self) -> None:
        for worker in self._workers:
            worker.process.terminate()
        for worker in self._workers:
            worker.end()


def _chunks(files: Iterable[SourceFile], most: int) -> Iterator[_Chunk]:
    first, gathered, size = 0, list[SourceFile](), 0
    for file in files:
        gathered.append(file)
        size += file.size()
        if size >= _CHUNK_BYTES or len(gathered) == most:
            yield _Chunk(first, tuple(gathered))
            first, gathered, size = first + len(gathered), [], 0
    if gathered:
        yield _Chunk(first, tuple(gathered))


def _start(standard: Standard, marked: bool, others: Iterable[Connection], limits: Most) -> _Worker:
    """A worker. Our ends of all pipes are for it to close where it inherits them: else no end of ours ever shows."""
    context = _context()
    ours, theirs = context.Pipe()
    inherited = [ours, *others] if context.get_start_method() == "fork" else []
    # A daemon, so that the interpreter ends it, should this process end in a way that nobody thought of.
    process = context.Process(target=serve, args=(theirs, inherited, standard, marked, limits), daemon=True)  # type: ignore[attr-defined]
    with _interrupts_held():
        process.start()
    theirs.close()  # or the end of the worker would not be noticed
    return _Worker(process, ours)


def _context() -> BaseContext:
    """Forking is quickest by far and shares what is loaded; it is safe on Linux only, in a process without threads."""
    if sys.platform == "linux" and threading.active_count() == 1:
        return multiprocessing.get_context("fork")
    return multiprocessing.get_context("spawn")


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Let Ctrl-C wait until a process that is being started knows how to take it; it inherits this."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
