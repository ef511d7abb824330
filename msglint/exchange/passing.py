"""What is handed to the formats and what they hand back."""

from msgspec import Struct

from msglint.glossary.entries import Defaults


class Arriving(Struct, frozen=True):
    """A file to import: its name as shown, its bytes; what holds where it does not say.

    language  (BCP 47) in which its figures and days are written, where told; else only what is clear is understood
    defaults  those of the glossary that it goes into
    """

    path: str
    data: bytes
    language: str | None = None
    defaults: Defaults = Defaults()


class Export(Struct, frozen=True):
    """The bytes of a file, and what of the glossary is not in it, in words."""

    data: bytes
    left_out: tuple[str, ...] = ()
