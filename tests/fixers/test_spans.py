"""Fixers of formats by hand-made pieces: which bytes they change, whatever reads them."""

from collections.abc import Sequence

from msglint.fixers import idml, rtf, svg
from msglint.model.document import Document, Piece, Segment
from msglint.model.judgement import Edit
from tests.fixers.packages import packed, part, untouched


def edit(source: bytes, pieces: Sequence[tuple[str, bytes]], text: str, part: str = "") -> Edit:
    """An edit of the whole of a segment; pieces are what it says and how that is written."""
    said, found, position = "", [], 0
    for meaning, written in pieces:
        at = source.index(written, position)
        position = at + len(written)
        found.append(Piece(len(said), len(meaning), at, position))
        said += meaning
    segment = Segment(said, pieces=tuple(found), part=part)
    return Edit(segment, 0, len(said), text)


DRAWING = b'<!DOCTYPE svg><svg xmlns="http://www.w3.org/2000/svg"><text>Business <tspan>Lunch</tspan></text></svg>'


def test_svg() -> None:
    change = edit(DRAWING, [("Business ", b"Business "), ("Lunch", b"Lunch")], "Tea & Cake")
    fixed = svg.fix(DRAWING, Document("a.svg", "svg", ()), [change])
    assert fixed.data == DRAWING.replace(b"Business ", b"Tea &amp; Cake").replace(b"Lunch", b"")


STORY = b"<Story><Content>Business Lunch</Content></Story>"
TRACKED = b'<Story><Change ChangeType="InsertedText"><Content>Business Lunch</Content></Change></Story>'


def test_idml() -> None:
    for story, after in ((STORY, STORY.replace(b"Business Lunch", b"Meals for Teams")), (TRACKED, TRACKED)):
        data = packed({"mimetype": "application/vnd.adobe.indesign-idml-package", "Stories/Story_1.xml": story})
        change = edit(story, [("Business Lunch", b"Business Lunch")], "Meals for Teams", "Stories/Story_1.xml")
        fixed = idml.fix(data, Document("a.idml", "idml", ()), [change])
        assert part(fixed.data, "Stories/Story_1.xml").encode() == after
        assert bool(fixed.refused) is (story == TRACKED)
        untouched(data, fixed.data, {"Stories/Story_1.xml"})


RICH = rb"{\rtf1\ansi our \b Busi\'f1ess\b0  Lunch today\par}"


def test_rtf() -> None:
    pieces = [("Busi", b"Busi"), ("ñ", rb"\'f1"), ("ess", b"ess"), (" Lunch", b" Lunch")]
    fixed = rtf.fix(RICH, Document("a.rtf", "rtf", ()), [edit(RICH, pieces, "Café {€} 😀")])
    assert fixed.data == (
        rb"{\rtf1\ansi our \b Caf{\uc1\u233?} \{{\uc1\u8364?}\} {\uc1\u-10179?\u-8704?}\b0 " rb" today\par}"
    )


def test_rtf_with_a_tab_inside_is_left() -> None:
    source = rb"{\rtf1 Business\tab Lunch}"
    change = edit(source, [("Business", b"Business"), ("\t", rb"\tab "), ("Lunch", b"Lunch")], "Meals for Teams")
    fixed = rtf.fix(source, Document("a.rtf", "rtf", ()), [change])
    assert fixed.data == source
    assert fixed.refused == {0: "a tab stands inside"}
