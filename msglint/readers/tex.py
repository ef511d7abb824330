"""TeX and LaTeX documents and slides."""

import re

from msglint.formats.decoding import decode
from msglint.formats.tex.walk import TexWalk
from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import Document
from msglint.readers import Source
from msglint.text.dates import day

SUFFIXES = (".tex", ".latex", ".ltx")

_DATE = lazy_pattern(r"^[^%\r\n]*\\date\{([^{}\r\n]{1,40})\}", re.MULTILINE)


def read(source: Source) -> Document:
    """Read TeX. Raises ReadError where its encoding cannot be told.

    Placeholders of templates are not looked for: "{{" and "{%" are TeX's own.
    """
    text = decode(source.path, source.data).text
    walk = TexWalk(text)
    walk.read()
    written = _DATE.search(text)
    known = day(written[1]) if written else None
    metadata = {**walk.metadata, **({"date": known} if known else {})}
    return Document(source.path, "tex", tuple(walk.segments), {"": text}, metadata)
