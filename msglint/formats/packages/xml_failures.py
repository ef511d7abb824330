"""What XML outside of packages may fail with, as ReadError."""

from collections.abc import Iterator
from contextlib import contextmanager
from xml.parsers.expat import ExpatError

from msglint.errors import ReadError


@contextmanager
def readable(path: str, kind: str) -> Iterator[None]:
    """Turns what parsing raises on damaged data into a ReadError."""
    try:
        yield
    except ExpatError as error:
        raise ReadError(path, f"this {kind} is damaged or cut off: its XML is not well-formed: {error}") from None
    except (ValueError, LookupError) as error:  # an encoding nobody knows
        raise ReadError(path, f"this {kind} cannot be read: {error}") from None
