"""WordprocessingML: its namespaces, and the tags that reading and skimming treat alike."""

from collections.abc import Mapping

from msglint.model.document import MASK

NAMESPACES: Mapping[str, str] = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",  # the same in documents saved as "strict"
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
}
"""WordprocessingML's namespaces, by the prefixes that the readers' code uses."""

# Deletions, what was moved away, properties before a tracked change, copies for older programs, ruby readings.
SKIPPED = frozenset(
    ("w:del", "w:delText", "w:moveFrom", "mc:Fallback", "w:rt")
    + ("w:pPrChange", "w:rPrChange", "w:sectPrChange", "w:tblPrChange", "w:trPrChange", "w:tcPrChange")
)
CHARACTERS = {
    "w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "\u2011", "w:softHyphen": "\xad",
    "w:sym": MASK, "w:footnoteReference": MASK, "w:endnoteReference": MASK,
}  # fmt: skip
OFF = ("0", "false", "off")
