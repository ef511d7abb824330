"""Characters that TeX writes as commands: symbols, accented letters, escaped signs, spaces."""

from functools import cache
from pathlib import Path
import unicodedata

from msglint.lazy_pattern import lazy_pattern

_SYMBOLS = Path(__file__).parent / "data" / "tex-symbols.txt"
_COMBINING = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    "c": "\u0327", "v": "\u030c", "u": "\u0306", "H": "\u030b", "k": "\u0328", "r": "\u030a", "d": "\u0323",
}  # fmt: skip
ACCENT = (
    r"\\(?:[\'`^\"~=.][ \t]*(?:\{\\?[A-Za-z]\}|\\[ij](?![A-Za-z])|[A-Za-z])"
    r"|[cvuHkrd](?:\{\\?[A-Za-z]\}|[ \t]+[A-Za-z]))"
)
"""An accent and its letter, as a pattern."""
_SIGNS = {" ": " ", "\n": " ", "\t": " ", ",": "\u2009", ";": " ", ":": " ", ">": " ", "-": "\u00ad", "\\": "\n"}
_LETTER = lazy_pattern(r"[A-Za-z]")


@cache
def symbols() -> dict[str, str]:
    """Name of a command -> what it shows."""
    rows = (line.split() for line in _SYMBOLS.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {row[0]: chr(int(row[1][2:], 16)) if row[1].startswith("U+") else row[1] for row in rows if len(row) == 2}


def accented(written: str) -> str:
    r"""The letter that ACCENT matched: \"{o} is ö."""
    letter = _LETTER.findall(written, 2)[-1]
    return unicodedata.normalize("NFC", letter + _COMBINING[written[1]])


def sign(character: str) -> str:
    r"""What a backslash before a character that is no letter means; "" for nothing: \, is a thin space, \& is &."""
    if character in "#$%&_{}":
        return character
    return _SIGNS.get(character, "")
