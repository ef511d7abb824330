"""What cannot be corrected where it is, and the file to correct instead."""

import os

from msglint import registry
from msglint.model.document import Document
from msglint.readers import format_of
from msglint.sources import SourceFile
from msglint.text.showing import shown

_FIXERS = "msglint.fixers"


def why_not(document: Document, file: SourceFile) -> str | None:
    """Why documents of that format are reported only; None where there is a fixer for them."""
    if document.format in registry.names(_FIXERS):
        return None
    sources = _sources_beside(file)
    what = f"{document.format} files are not corrected"
    if sources:
        return f"{what}: correct {' or '.join(sources)} beside it and export it again"
    return f"{what}: correct the file it was made from and export it again"


def _sources_beside(file: SourceFile) -> list[str]:
    """Files in the same folder with the same stem that can be corrected."""
    if file.data is not None or file.file is None:
        return []
    folder, name = os.path.split(file.file)
    stem = os.path.splitext(name)[0].casefold()
    try:
        names = sorted(os.listdir(folder or "."))
    except OSError:
        return []
    return [
        shown(os.path.join(folder, other))
        for other in names
        if os.path.splitext(other)[0].casefold() == stem and format_of(other) in registry.names(_FIXERS)
    ]
