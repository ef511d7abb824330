import pytest

from tests.readers.office_documents import (
    NAME,
    assert_refuses,
    assert_refuses_hostile,
    assert_spans,
    assert_survives,
    packed,
    parts,
    places,
    read,
    spliced,
    told,
)

STORY = "Stories/Story_u1.xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SPACE = 'xmlns:idPkg="http://ns.adobe.com/AdobeInDesign/idml/1.0/packaging"'


def story(inside: str, style: str = "Body") -> str:
    ranged = f'<ParagraphStyleRange AppliedParagraphStyle="ParagraphStyle/{style}">{inside}</ParagraphStyleRange>'
    return f'{_HEAD}<idPkg:Story {_SPACE}><Story Self="u1">{ranged}</Story></idPkg:Story>'


def flyer(first: str, second: str = "") -> bytes:
    """Two stories; the map names the second one first."""
    spread = '<Page Name="2"/><Page Name="3"/><TextFrame ParentStory="u1" PreviousTextFrame="n"/>'
    return packed(
        {
            "mimetype": "application/vnd.adobe.indesign-idml-package",
            "designmap.xml": f'{_HEAD}<Document {_SPACE}><idPkg:Spread src="Spreads/Spread_s.xml"/>'
            f'<idPkg:Story src="Stories/Story_u2.xml"/><idPkg:Story src="{STORY}"/></Document>',
            "Spreads/Spread_s.xml": f"{_HEAD}<idPkg:Spread {_SPACE}><Spread>{spread}</Spread></idPkg:Spread>",
            STORY: first,
            "Stories/Story_u2.xml": second or story(""),
        }
    )


def ranged(text: str, attributes: str = "") -> str:
    return f"<CharacterStyleRange{attributes}>{text}</CharacterStyleRange>"


PLAIN = story(
    ranged("<Content>Busi</Content>") + ranged("<Content>ness Lunch &amp; café</Content><Br/><Content>second</Content>")
)


def test_stories_in_the_order_of_the_map_at_their_pages() -> None:
    data = flyer(PLAIN, story(ranged("<Content>Welcome</Content>"), "Heading 1"))
    document = read("a.idml", data)
    assert told(document) == [
        ("title", "story 1, paragraph 1", "Welcome"),
        ("body", "pages 2–3, story 2, paragraph 1", f"{NAME} & café"),
        ("body", "pages 2–3, story 2, paragraph 2", "second"),
    ]
    assert_spans(document, data)
    changed = spliced(document, data, NAME, "Meals")
    assert read("a.idml", changed).segments[1].text == "Meals & café"
    assert parts(changed) | {STORY: b""} == parts(data) | {STORY: b""}


@pytest.mark.parametrize(
    ("inside", "text", "place"),
    [
        (
            '<Table><Cell Name="1:2"><ParagraphStyleRange><CharacterStyleRange><Content>€5</Content>'
            "</CharacterStyleRange></ParagraphStyleRange></Cell></Table>",
            "€5",
            "pages 2–3, story 2, table 1, row 3, cell 2",
        ),
        (ranged("<Content>a</Content><Footnote><Content>b</Content></Footnote><Content>c</Content>"), "b",
         "pages 2–3, story 2, footnote 1"),
        (ranged("<Content>a</Content><Footnote><Content>b</Content></Footnote><Content>c</Content>"), "ac",
         "pages 2–3, story 2, paragraph 1"),
        (ranged("<Content>€59</Content>", ' StrikeThru="true"') + ranged("<Content> €49</Content>"), "\ufffc €49",
         "pages 2–3, story 2, paragraph 1"),
        ('<Change ChangeType="DeletedText"><Content>x</Content></Change>' + ranged("<Content>kept</Content>"), "kept",
         "pages 2–3, story 2, paragraph 1"),
        (ranged("<Content>one\u2028two</Content>"), "one\u2028two", "pages 2–3, story 2, paragraph 1"),
        (ranged("<Content>a<?ACE 18?>b</Content>"), "ab", "pages 2–3, story 2, paragraph 1"),
    ],
)  # fmt: skip
def test_what_stands_in_a_story(inside: str, text: str, place: str) -> None:
    data = flyer(story(inside))
    document = read("a.idml", data)
    assert places(document)[text] == place
    assert_spans(document, data)


def test_refuses_what_is_hostile_and_survives_damage() -> None:
    assert_refuses_hostile("a.idml", flyer(PLAIN), STORY, doctype=False)
    assert_refuses("a.idml", packed({"word/document.xml": "x"}), "no idml")
    assert_survives("a.idml", flyer(PLAIN), (STORY, "designmap.xml"), rounds=40)
