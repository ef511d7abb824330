"""What reading one document may take, and which of it holds in this process."""

from collections.abc import Mapping
import os

from msgspec import Struct

from msglint.errors import ConfigError, Problem


class Limits(Struct, frozen=True):
    """What reading one document may take.

    memory       bytes of address space of the child process; not enforced where the system cannot (Windows, macOS)
    seconds      for one document, without its OCR; for a long one, for its first pages and again for all others
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


_chosen: Limits | None = None


def limit(limits: Limits) -> None:
    """Let these limits hold in this process instead of the environment's."""
    global _chosen
    _chosen = limits


def in_force() -> Limits:
    """The limits that hold in this process. Raises ConfigError as Limits.of_environment does."""
    return _chosen or Limits.of_environment()


def _whole(environment: Mapping[str, str], name: str, default: int) -> int:
    written = environment.get(name, str(default))
    if not (written.isascii() and written.isdigit() and len(written) < 9 and int(written)):
        raise ConfigError(Problem(name, f"{written!r} is no positive whole number: set it to one like {default}"))
    return int(written)
