"""What a correction changes, for people: a unified diff of text, before and after of each paragraph elsewhere."""

from collections.abc import Iterator, Sequence

from msglint.model.document import MASK, Document
from msglint.text.differences import unified
from msglint.text.showing import visible


def difference(path: str, passes: Sequence[Document]) -> str:
    """From the first of these documents to the last; "" where there are none."""
    if not passes:
        return ""
    before, after = passes[0], passes[-1]
    return "".join([*_texts(path, before, after), *_paragraphs(path, before, after)])


def _texts(path: str, before: Document, after: Document) -> Iterator[str]:
    """Parts with lines. Those of a mail are shown decoded, each under its name."""
    for part, text in before.texts.items():
        name = f"{path}: {part}" if part else path
        yield from unified(name, text, after.texts.get(part, text))


def _paragraphs(path: str, before: Document, after: Document) -> Iterator[str]:
    """Text without lines, paragraph by paragraph under its place."""
    headed = False
    for old, new in zip(before.segments, after.segments, strict=True):
        if old.part in before.texts or old.text == new.text:
            continue
        if not headed:
            yield f"--- {visible(path)}\n+++ {visible(path)}\n"
            headed = True
        yield f"@@ {visible(old.place or '')} @@\n-{_shown(old.text)}\n+{_shown(new.text)}\n"


def _shown(text: str) -> str:
    return visible(" ".join(text.replace(MASK, "…").split()))
