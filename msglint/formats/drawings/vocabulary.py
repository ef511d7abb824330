"""DrawingML and PresentationML: their namespaces, and the tags that reading and skimming treat alike."""

from collections.abc import Mapping

_SCHEMAS = "http://schemas.openxmlformats.org"
_STRICT = "http://purl.oclc.org/ooxml"
NAMESPACES: Mapping[str, str] = {
    f"{_SCHEMAS}/markup-compatibility/2006": "mc",
    "http://schemas.microsoft.com/office/powerpoint/2018/8/main": "p188",
    "http://schemas.microsoft.com/office/drawing/2014/chartex": "cx",
} | {
    namespace: prefix
    for path, strict, prefix in (
        ("drawingml/2006/main", "drawingml/main", "a"),
        ("presentationml/2006/main", "presentationml/main", "p"),
        ("officeDocument/2006/relationships", "officeDocument/relationships", "r"),
        ("drawingml/2006/diagram", "drawingml/diagram", "dgm"),
        ("drawingml/2006/chart", "drawingml/chart", "c"),
        ("drawingml/2006/spreadsheetDrawing", "drawingml/spreadsheetDrawing", "xdr"),
        ("officeDocument/2006/math", "officeDocument/math", "m"),
    )
    for namespace in (f"{_SCHEMAS}/{path}", f"{_STRICT}/{strict}")
}
"""Namespaces of ECMA-376 part 1 (also as saved "strict"), by the prefixes that the readers' code uses."""

SHAPES = frozenset(
    f"{prefix}:{kind}" for prefix in ("p", "xdr") for kind in ("sp", "pic", "graphicFrame", "grpSp", "cxnSp")
) | {"dgm:pt", "p:cm", "p188:cm", "p188:reply"}
NAMES = ("p:cNvPr", "xdr:cNvPr")
SKIPPED = frozenset(("mc:Fallback", "p:txStyles", "c:numCache"))
COMPUTED = ("slidenum", "datetime")
CACHES = ("c:strCache", "c:multiLvlStrCache", "cx:strDim", "cx:txData")
OFF = ("noStrike", "", "0")
