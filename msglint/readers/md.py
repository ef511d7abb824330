"""Markdown (CommonMark with GitHub's tables, footnotes, task lists and strikethrough) and the prose of MDX."""

from msgspec.structs import replace

from msglint.formats import placeholders
from msglint.formats.decoding import decode
from msglint.formats.markdown.skim import skim as skim_markdown
from msglint.formats.values import front_matter
from msglint.model.document import Document
from msglint.readers import Source
from msglint.text.skim import Skim

SUFFIXES = (".md", ".markdown", ".mdown", ".mkd", ".mdx")


def read(source: Source) -> Document:
    """Read Markdown. Raises ReadError where its encoding cannot be told."""
    from msglint.formats.markdown import commonmark, mdx  # most documents are only skimmed

    text = decode(source.path, source.data).text
    masked = placeholders.masked(text)
    front = front_matter.read(text, masked)
    segments = list(front.segments)
    is_mdx = source.path.lower().endswith(".mdx")
    if is_mdx:
        masked, found = mdx.prepared(masked, front.end)
        segments += found
    segments += commonmark.segments(masked[front.end :], front.end, indented_code=not is_mdx)
    return Document(source.path, "md", tuple(segments), {"": text}, front.metadata)


def skim(source: Source) -> Skim | None:
    """Its words, as the parser's own HTML has them. Raises ReadError as `read`."""
    if source.path.lower().endswith(".mdx"):
        return None
    text = decode(source.path, source.data).text
    front = front_matter.skim(text)
    if front is None:
        return None
    found = skim_markdown(placeholders.masked(text)[front.end :])
    if found is None or not front.said:
        return found
    return replace(
        found,
        text=f"{front.said}\n\n{found.text}",
        titles=f"{front.said}\n{found.titles}",
        parted=found.parted and front.silent,
    )
