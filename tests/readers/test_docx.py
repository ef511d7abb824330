import pytest

from tests.readers.office_documents import NAME, packed, parts, read, told, with_part
from tests.readers.word_documents import COMPATIBILITY, DRAWING, MAIN, MATH, edited, run, script


def read_texts(xml: str) -> list[tuple[str, str | None, str]]:
    return told(read("a.docx", edited(xml)))[:-1]


def test_reads_a_document() -> None:
    assert told(read("a.docx", script())) == [
        ("title", "paragraph 1", "Call script"),
        ("title", "paragraph 2", "Opening"),
        ("body", "paragraph 3", "Ask for Business Lunch & café for ￼: ￼"),
        ("item", "paragraph 5", "First thing"),
        ("quote", "paragraph 6", "They said"),
        ("cell", "table 1, row 1, cell 1", "Product"),
        ("cell", "table 1, row 1, cell 2", "Price"),
        ("cell", "table 1, row 2, cell 1", NAME),
        ("cell", "table 1, row 2, cell 2, table 1, row 1, cell 1", "Inside"),
        ("cell", "table 1, row 2, cell 3", "€49.90\tper day\nor so"),
        ("body", "paragraph 7", "Last words"),
        ("header", "header", "Business Lunch for all"),
        ("header", "footer", "Page"),
        ("note", "comment 1", "Is this still so?"),
    ]


def test_levels_groups_and_grid_columns() -> None:
    by_text = {segment.text: segment for segment in read("a.docx", script()).segments}
    assert [by_text[text].level for text in ("Call script", "Opening", "Last words")] == [1, 2, 0]
    assert {text: (cell.group, cell.column) for text, cell in by_text.items() if cell.role == "cell"} == {
        "Product": ("table 1, row 1", 0),
        "Price": ("table 1, row 1", 2),
        NAME: ("table 1, row 2", 0),
        "Inside": ("table 1, row 2, cell 2, table 1, row 1", 0),
        "€49.90\tper day\nor so": ("table 1, row 2", 2),
    }


def test_has_no_lines() -> None:
    document = read("a.docx", script())
    assert document.texts == {}
    at = document.locate(document.segments[0], 0, 4)
    assert (at.line, at.column, at.place) == (None, None, "paragraph 1")


@pytest.mark.parametrize(
    ("xml", "said"),
    [
        (f"<w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:ins>{run('new')}</w:ins>", "new"),
        (f"<w:moveFrom>{run('moved')}</w:moveFrom>{run('here')}", "here"),
        (f"{run('a')}<w:r><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t><w:br/><w:tab/><w:t>d</w:t></w:r>",
         "a\u2011b\xadc\n\td"),
        (f"<w:hyperlink>{run('Busi')}</w:hyperlink><w:smartTag>{run('ness')}</w:smartTag>", "Business"),
        (f"{run('x')}<m:oMath xmlns:m='{MATH}'><m:r><m:t>y</m:t></m:r></m:oMath>", "x￼"),
        (f"{run('Hi ')}<w:fldSimple w:instr=' MERGEFIELD First '>{run('«First»')}</w:fldSimple>{run('!')}", "Hi ￼!"),
        (f"{run('See ')}<w:fldSimple w:instr=' REF x '>{run('below')}</w:fldSimple>", "See below"),
        (run("kept") + run("gone", "<w:strike/>") + run(" on", '<w:strike w:val="false"/>'), "kept￼ on"),
        ("<w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr>" + run("x"), "x"),
        (run("Lunch") + "<w:r><w:footnoteReference w:id='2'/></w:r>" + run(" now"), "Lunch￼ now"),
        (run("{{ fi") + run("rst }} a") + run("nd [[second]]"), "￼ and ￼"),
        (run("a<![CDATA[ & b]]>") + run("&#233;&lt;"), "a & bé<"),
    ],
)  # fmt: skip
def test_runs(xml: str, said: str) -> None:
    assert read_texts(f"<w:p>{xml}</w:p>") == [("body", "paragraph 1", said)]


def test_field_codes_are_not_read_and_their_results_are() -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    def coded(code: str, shown: str) -> str:
        return f"{mark('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>{mark('separate')}{run(shown)}{mark('end')}"

    xml = (
        run("Go ") + coded(' HYPERLINK "Business Lunch" ', "there") + coded(" MERGEFIELD Name ", "«Name»") + run(" now")
    )
    assert read_texts(f"<w:p>{xml}</w:p>") == [("body", "paragraph 1", "Go there￼ now")]


BOX = f"""<w:p><w:r><mc:AlternateContent xmlns:mc="{COMPATIBILITY}"><mc:Choice Requires="wps"><w:drawing>
<wp:inline xmlns:wp="{DRAWING}"><wp:docPr id="1" name="Box" descr="A box &amp; more"/>
<w:txbxContent>%s</w:txbxContent></wp:inline></w:drawing></mc:Choice>
<mc:Fallback><w:pict><w:txbxContent>%s</w:txbxContent></w:pict></mc:Fallback>
</mc:AlternateContent><w:t>Anchor</w:t></w:r></w:p>"""


def test_text_boxes_are_read_once() -> None:
    inside = f"<w:p>{run('one')}</w:p><w:p>{run('two')}</w:p>"
    assert read_texts(BOX % (inside, inside)) == [
        ("body", "paragraph 1", "Anchor"),
        ("alt", "paragraph 1", "A box & more"),
        ("body", "text box 1, paragraph 1", "one"),
        ("body", "text box 1, paragraph 2", "two"),
    ]


def test_footnotes_are_counted_without_separators() -> None:
    notes = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:t>no</w:t></w:r></w:p></w:footnote>'
        '<w:footnote w:id="2"><w:p><w:r><w:t>first</w:t></w:r></w:p></w:footnote>'
        '<w:footnote w:id="3"><w:p><w:r><w:t>second</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    relation = b'<Relationship Id="n1" Target="footnotes.xml" Type="http://x/relationships/footnotes"/></Relationships>'
    data = with_part(
        edited(""), "word/_rels/document.xml.rels", lambda part: part.replace(b"</Relationships>", relation)
    )
    document = read("a.docx", packed(parts(data) | {"word/footnotes.xml": notes}))
    assert told(document)[-2:] == [("note", "footnote 1", "first"), ("note", "footnote 2", "second")]


def test_strict_documents_are_read() -> None:
    main, strict = (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    data = with_part(edited(f"<w:p>{run(NAME)}</w:p>"), MAIN, lambda part: part.replace(main, strict))
    assert told(read("a.docx", data)) == [("body", "paragraph 1", NAME), ("body", "paragraph 2", "Body")]
