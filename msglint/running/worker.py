"""The worker's side: a process that judges what it is sent until it is ended."""

from collections.abc import Iterable
from contextlib import suppress
from multiprocessing.connection import Connection
import os
import signal
import sys
import traceback
from types import FrameType

from msglint import containment
from msglint.engine import Standard
from msglint.errors import MsglintError
from msglint.running.judged import judge
from msglint.running.most import Most

OUT_OF_MEMORY = 71
"""The exit status of a worker that could get no more memory."""


def serve(
    connection: Connection, inherited: Iterable[Connection], standard: Standard, marked: bool, most: Most | None = None
) -> None:
    """Answer lists of files with lists of Judged, or with the error that ends the run, until that hangs up.

    `inherited` are the run's own ends of its pipes; `most` is what a document may take.
    """
    _heed_signals()
    for each in inherited:
        each.close()
    if most:
        most.begin()
    containment.allow(1)  # the other processors have workers of their own
    with suppress(EOFError, OSError):  # the run has ended, one way or the other
        while True:
            files = connection.recv()
            try:
                answer: object = [judge(file, standard, marked) for file in files]
            except MemoryError:
                os._exit(OUT_OF_MEMORY)
            except MsglintError as error:
                answer = error
            except Exception as error:  # noqa: BLE001  raised again where the run is
                answer = RuntimeError("".join(traceback.format_exception(error)))
            connection.send(answer)


def _heed_signals() -> None:
    """Ctrl-C reaches all processes of a terminal: this one then ends without a word. Ended by the run, it takes along
    the child that reads PDFs for it."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGTERM, _end)
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def _end(number: int, frame: FrameType | None) -> None:
    containment.dismiss()
    os._exit(128 + number)
