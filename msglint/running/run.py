"""Judging all files of a run: what is known already, what is judged here, what by several processes."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
import os
from pathlib import Path

from msglint.engine import Standard, Verdict
from msglint.running.judged import Judged, judge
from msglint.running.most import Most
from msglint.sources import SourceFile

_PAYS_TO_SPREAD = 1 << 19
"""Bytes that one process judges sooner than two have started."""
_PAYS_TO_KEEP = 1 << 16
"""Bytes that are judged as soon as the results of earlier runs are looked up."""


def judge_all(
    files: Sequence[SourceFile],
    standard: Standard,
    jobs: int | None = None,
    cache: Path | None = None,
    warn: Callable[[str], None] = lambda trouble: None,
    most: Most | None = None,
) -> Iterator[Verdict]:
    """The verdict of each file, in their order, without edits.

    jobs   how many processes at most; None for one on each processor
    cache  the folder in which results are kept from run to run; None for none
    warn   told, at most once, why that folder cannot be used
    most   what one document may take, whatever its format; one that takes more is unreadable

    Verdicts are the same for any number of jobs, with and without results of earlier runs. Raises ConfigError where
    the settings ask for something that is not there, such as a spaCy pipeline.
    """
    if cache is None or not (standard.settings.model or _more_than(_PAYS_TO_KEEP, files)):
        yield from (judged.verdict for judged in _judged(files, standard, jobs, False, most))
        return
    from msglint.running.ingredients import ingredients
    from msglint.running.results import Results

    results = Results(cache, ingredients(standard), warn)
    known: deque[Verdict | None] = deque()
    unknown: deque[SourceFile] = deque()

    def asked() -> Iterator[SourceFile]:
        for file, verdict in zip(files, results.recall(files), strict=True):
            known.append(verdict)
            if verdict is None:
                unknown.append(file)
                yield file

    try:
        for judged in _judged(asked(), standard, jobs, True, most):
            while (verdict := known.popleft()) is not None:
                yield verdict
            results.keep(unknown.popleft(), judged)
            yield judged.verdict
        yield from (verdict for verdict in known if verdict is not None)
    finally:
        results.close()


def _judged(
    files: Iterable[SourceFile], standard: Standard, jobs: int | None, marked: bool, limits: Most | None
) -> Iterator[Judged]:
    """In this process, or in several where there is enough to do, or where none may take too much."""
    most = jobs or _processors()
    if limits:
        from msglint.running.workers import spread

        yield from spread(files, standard, most, marked, limits)
        return
    files = iter(files)
    first = list(_up_to(_PAYS_TO_SPREAD, files)) if most > 1 else []
    following = next(files, None) if most > 1 else None
    if following is None:
        if most > 1 and _more_than(_PAYS_TO_KEEP, first):
            from msglint.containment import allow

            allow(most)  # the pages of one long document may be spread, since files are not
        for file in chain(first, files):
            yield judge(file, standard, marked)
        return
    from msglint.running.workers import spread

    yield from spread(chain(first, [following], files), standard, most, marked)


def _up_to(size: int, files: Iterator[SourceFile]) -> Iterator[SourceFile]:
    """Files until they have that many bytes together."""
    for file in files:
        yield file
        size -= file.size()
        if size <= 0:
            return


def _more_than(size: int, files: Iterable[SourceFile]) -> bool:
    for file in files:
        size -= file.size()
        if size <= 0:
            return True
    return False


def _processors() -> int:
    """Those that this process may use."""
    if hasattr(os, "process_cpu_count"):  # from Python 3.13 on
        return int(os.process_cpu_count() or 1)
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
