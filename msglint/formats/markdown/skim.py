"""The words of Markdown, without reading it: most documents need no more."""

from msgspec.structs import replace

from msglint.formats.html.skim import skim_of
from msglint.formats.markdown import dialect, extras
from msglint.lazy_pattern import lazy_pattern
from msglint.text.skim import Skim

_DEFINITION = lazy_pattern(r"\]:[^\n]*(?:\n[ \t>]*[\"'(][^\n]*)?")
"""Of a link or image; its title is read even where nothing refers to it."""


def skim(masked: str) -> Skim | None:
    """The words of Markdown, as the parser's own HTML has them; `masked` as commonmark.segments takes it."""
    import pyromark

    found = skim_of(pyromark.html(extras.overwritten(masked), options=dialect.options()), rendered=True)
    if found and found.parted and "&" in masked:  # perhaps a line break, written as a number
        found = replace(found, parted=False)
    if found is None or "]:" not in masked:
        return found
    return replace(found, text="\n".join((found.text, *_DEFINITION.findall(masked))))
