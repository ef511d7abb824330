"""SVG drawings: text as it reads over its tspans, titles, descriptions and labels. Letters drawn as paths are no text.

A document type is allowed (Illustrator writes them), what it would load from elsewhere is not.
"""

from msglint.errors import ReadError
from msglint.formats.byte_offsets import code_points
from msglint.formats.decoding import decode
from msglint.formats.drawings.svg_text import NAMESPACES, SvgText
from msglint.formats.packages.package import Limits
from msglint.formats.packages.xml_events import walk
from msglint.formats.packages.xml_failures import readable
from msglint.model.document import Document
from msglint.readers import Source

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
