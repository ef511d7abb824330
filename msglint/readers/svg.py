"""SVG drawings: text as it reads over its tspans, titles, descriptions and labels. Letters drawn as paths are no text.

A document type is allowed (Illustrator writes them), what it would load from elsewhere is not.
"""

from msglint.errors import ReadError
from msglint.model.document import Document
from msglint.readers import Source
from msglint.text.byte_offsets import code_points
from msglint.text.decoding import decode
from msglint.text.package import Limits
from msglint.text.svg_text import NAMESPACES, SvgText
from msglint.text.xml_events import walk
from msglint.text.xml_failures import readable

SUFFIXES = (".svg",)


def read(source: Source) -> Document:
    """Read a drawing. Raises ReadError where it is damaged, hostile or none."""
    text = decode(source.path, source.data).text
    if not text.strip():
        return Document(source.path, "svg", (), {"": text})
    limits = Limits()
    if len(source.data) > limits.part:
        raise ReadError(source.path, f"it is larger than allowed ({limits.part >> 20} MB): split the file")
    handler = SvgText(text, code_points(text))
    with readable(source.path, "svg"):
        walk(source.path, text.encode("utf-8"), handler, NAMESPACES, limits.depth, doctype=True, encoding="utf-8")
    if handler.root != "svg":
        raise ReadError(source.path, "this is no svg: give it the suffix that belongs to it")
    return Document(source.path, "svg", tuple(handler.segments()), {"": text})
