import pytest

from tests.readers.office_documents import (
    NAME,
    assert_refuses,
    assert_spans,
    assert_survives,
    read,
    spliced,
    told,
)


def rich(inside: str) -> bytes:
    return b"{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Arial;}{\\f1\\fcharset204 Arial Cyr;}}\n%s}" % (
        inside.encode("latin-1")
    )


WHOLE = rich(
    r"{\*\generator Some 1.0;}{\info{\title Our lunch}{\author Anna}}{\header Spring\par}"
    r"\pard\outlinelevel0 The new {\b Busi}ness Lunch\par\pard "
    r"from \'8049.90 caf\'e9 {\footnote was more}now\par"
    r"\trowd\intbl Product\cell Price\cell\row\intbl Business Lunch\cell \u8364?49\cell\row"
    r"\pard after{\*\bkmkstart x}\par"
)


def test_reads_a_whole_document() -> None:
    document = read("a.rtf", WHOLE)
    assert told(document) == [
        ("title", "title", "Our lunch"),
        ("header", "header", "Spring"),
        ("title", "paragraph 1", f"The new {NAME}"),
        ("body", "paragraph 2", "from €49.90 café now"),
        ("note", "footnote 1", "was more"),
        ("cell", "table 1, row 1, cell 1", "Product"),
        ("cell", "table 1, row 1, cell 2", "Price"),
        ("cell", "table 1, row 2, cell 1", NAME),
        ("cell", "table 1, row 2, cell 2", "€49"),
        ("body", "paragraph 3", "after"),
    ]
    assert [(one.group, one.column) for one in document.segments if one.text == "€49"] == [("table 1, row 2", 1)]
    assert_spans(document, WHOLE)
    assert [one.text for one in read("a.rtf", spliced(document, WHOLE, NAME, "Meals")).segments][2] == "The new Meals"


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (r"\uc1\u8364?5", "€5"),
        (r"\uc0\u8364 5", "€5"),
        (r"\uc2\u8364 ??5", "€5"),
        (r"\uc1\u8364\'805", "€5"),
        (r"\u-10179?\u-8704?!x", "\U0001f600!x"),
        (r"\uc2 x{\uc1\u233?}\u233 ??y", "xééy"),
        (r"{\f1 \'cf\'f0\'e8} \'e9", "При é"),
        (r"\ansicpg932 \'93\'8c\'8b\'9e", "東京"),
        (r"a\~b\_c\-d\emdash e\line f\tab g", "a\xa0b\u2011c\xadd—e\nf\tg"),
        (r"a \{b\} \\c", r"a {b} \c"),
        (r'{\field{\*\fldinst HYPERLINK "https://a.example/"}{\fldrslt the {\ul link}}}', "the link"),
        (r"Dear {\field{\*\fldinst MERGEFIELD name}{\fldrslt <<name>>}}!", "Dear \ufffc!"),
        (r"{\strike 59} 49", "\ufffc 49"),
        (r"a{\v hidden}b{\deleted gone}c", "abc"),
        (r"{\pict 0102}a{\*\unknown b{\u233?}}", "a"),
        ("a\nb\r\nc", "abc"),
        (r"a{\shp{\*\shpinst{\sp{\sn x}}}}b", "ab"),
        (r"\bin3 {{{x", "x"),
        (r"{{{{deep}}}}", "deep"),
        (r"{\listtext 1.\tab}item", "item"),
        ("\x80\xe9", "€é"),
    ],
)  # fmt: skip
def test_what_is_written(inside: str, text: str) -> None:
    data = rich(inside)
    document = read("a.rtf", data)
    assert [one.text for one in document.segments] == [text]
    assert_spans(document, data)


def test_an_escape_and_what_stands_in_for_it_are_one() -> None:
    data = rich(r"x\u8364\'805")
    span = read("a.rtf", data).segments[0].source_span(1, 2)
    assert data[slice(*span)] == rb"\u8364\'80"


def test_text_boxes_and_comments() -> None:
    data = rich(r"a{\*\annotation why?}{\shp{\*\shpinst{\shptxt\pard boxed\par}}{\shprslt boxed}}b\par")
    assert told(read("a.rtf", data)) == [
        ("body", "paragraph 1", "ab"),
        ("note", "comment 1", "why?"),
        ("body", "text box 1, paragraph 1", "boxed"),
    ]


@pytest.mark.parametrize("hostile", ["{", "\\'", "\\u1?", "{\\*", "\\bin99999999 ", "\\footnote ", "\\cell"])
def test_refuses_or_reads_hostile_input_to_its_end(hostile: str) -> None:
    data = rich(hostile * 30_000 + "}" * (30_000 * hostile.count("{")))
    if "bin" in hostile:
        assert_refuses("a.rtf", data, "cut off")
    else:
        assert_spans(read("a.rtf", data), data)


def test_refuses_what_is_cut_off_or_something_else() -> None:
    assert_refuses("a.rtf", WHOLE[:-200], "cut off")
    assert_refuses("a.rtf", b"<html>", "suffix")
    assert_refuses("a.rtf", b"", "empty")


def test_survives_damage() -> None:
    assert_survives("a.rtf", WHOLE, rounds=400)
