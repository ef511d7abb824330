"""What one document may take, whatever its format and whoever reads it."""

import os

from msgspec import Struct
from msgspec.structs import replace

from msglint.contained import allow_memory
from msglint.limits import Limits, in_force, limit


class Most(Struct, frozen=True):
    """Bytes of memory, beyond what msglint takes itself, and seconds; None for as much as it wants.

    Memory is limited where the system can do it, on Linux; elsewhere a document that takes all there is ends its
    process, as without a limit.
    """

    memory: int | None = None
    seconds: float | None = None

    def begin(self) -> None:
        """Let it hold in this process, a worker, and in the child that reads PDFs for it."""
        limits: Limits = in_force()
        if self.seconds:
            limits = replace(limits, seconds=self.seconds, ocr_seconds=min(limits.ocr_seconds, self.seconds))
        if self.memory:
            limits = replace(limits, memory=max(self.memory, _CHILD))
            allow_memory(self.memory)
            os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # libraries in other languages say a lot as they abort
        limit(limits)

    def too_long(self) -> str:
        """Why a document was given up."""
        return f"takes longer than {self.seconds:g} seconds: give it more by --timeout, split it, or leave it out"

    def too_large(self) -> str:
        """Why a document was given up."""
        megabytes = (self.memory or 0) >> 20
        return f"seems to need more than {megabytes} MB: give it more by --limit-memory, split it, or leave it out"


_CHILD = 256 << 20
"""Bytes that a child needs to begin with."""
