from hypothesis import given
from hypothesis import strategies as st
import pytest

from msglint.errors import ReadError
from tests.readers.text_documents import NAME, assert_exact, assert_survives, found, read, roles

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg">'


def drawing(inside: str) -> str:
    return f"{_HEAD}{inside}</svg>"


@pytest.mark.parametrize(
    ("inside", "segments"),
    [
        ("<text>Busi<tspan>ness</tspan> Lunch</text>", [("body", NAME)]),
        ('<text y="1"><tspan x="0" y="1">Business </tspan><tspan x="55" y="1">Lunch</tspan></text>', [("body", NAME)]),
        ('<text y="1">one<tspan x="0" y="2">two</tspan></text>', [("body", "one\ntwo")]),
        ('<text>one<tspan x="0" dy="1.2em">two</tspan></text>', [("body", "one\ntwo")]),
        ('<text>m<tspan dy="-3">2</tspan></text>', [("body", "m2")]),
        ('<text>€ 5 &amp; &#8364;6</text>', [("body", "€ 5 & €6")]),
        ("<text><![CDATA[a & b]]></text>", [("body", "a & b")]),
        ('<text><tspan text-decoration="line-through">€59</tspan> €49</text>', [("body", "\ufffc €49")]),
        ('<text><tspan style="fill:red;text-decoration:line-through">€59</tspan> €49</text>', [("body", "\ufffc €49")]),
        ("<title>Our lunch</title><desc>For teams</desc>", [("alt", "Our lunch"), ("alt", "For teams")]),
        ('<g aria-label="A &lt;b&gt; c"/>', [("alt", "A <b> c")]),
        ("<text>a<title>tip</title>b</text>", [("body", "ab"), ("alt", "tip")]),
        ("<style>.Business{}</style><metadata>Lunch</metadata>", []),
        ("<text>{{ name }}, hi</text>", [("body", "\ufffc, hi")]),
        (
            '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">one</p><p xmlns="http://www.w3.org/1999/xhtml">two</p>'
            "</foreignObject>",
            [("body", "one\ntwo")],
        ),
    ],
)  # fmt: skip
def test_text_is_joined(inside: str, segments: list[tuple[str, str]]) -> None:
    document = read("a.svg", drawing(inside))
    assert sorted(roles("a.svg", drawing(inside))) == sorted(segments)
    assert_exact(document)


PIECES = st.sampled_from(
    [
        f"<text>é {NAME}</text>",
        f"<text>&lt;\n{NAME} &amp;</text>",
        f"<title>“{NAME}”</title>",
        f'<g aria-label="é&amp;{NAME}"/>',
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=6))
def test_places_are_exact(pieces: list[str]) -> None:
    document = read("a.svg", drawing("\r\n".join(pieces)))
    assert_exact(document)
    assert found(document) == [NAME] * len(pieces)


def test_illustrators_document_type_is_allowed() -> None:
    declared = drawing("<text>&ns; now</text>").replace(
        "\n", '\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd" [<!ENTITY ns "wxyz">]>\n', 1
    )
    document = read("a.svg", declared)
    assert [segment.text for segment in document.segments] == ["wxyz now"]
    assert document.segments[0].source_spans(1, 2) == document.segments[0].source_spans(0, 1)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (drawing("<text/>").replace("\n", '\n<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc">]>\n', 1), "never"),
        (drawing("<g>" * 3000 + "</g>" * 3000), "nested"),
        (drawing("<text>x</text>")[:-9], "damaged or cut off"),
        ("<html></html>", "no svg"),
        ("no xml", "damaged"),
        (
            '<!DOCTYPE svg [<!ENTITY a0 "ha">'
            + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
            + ']><svg xmlns="http://www.w3.org/2000/svg"><text>&a9;</text></svg>',
            "amplification",
        ),
    ],
)  # fmt: skip
def test_refuses_what_is_hostile(text: str, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        read("a.svg", text)


def test_survives_damage() -> None:
    assert_survives("a.svg", drawing(f'<title>A</title><text y="2">{NAME} &amp; é<tspan y="3">x</tspan></text>'))
