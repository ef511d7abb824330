from hypothesis import given
from hypothesis import strategies as st
import pytest

from msglint.model.document import MASK
from tests.readers.text_documents import NAME, assert_exact, assert_survives, found, read, roles, texts

PAGE = """---
layout: default
title: Front
---
<!DOCTYPE html>
<html lang="en"><head><title>Meals &amp; more</title>
<meta name="description" content="Order Business&nbsp;Lunch">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta sys-status="login.gov site up and running">
<meta property="og:title" content="Meals"><link rel="stylesheet" title="Business Lunch" href="x.css">
<style>p { content: "Business Lunch" }</style></head>
<body class="business lunch" id="business-lunch">
<h2>Head <code>business lunch</code></h2>
<p>Busi<i>ness</i> <b>Lunch</b>{{ x < y }} a</>b &shy;c<br>
d <kbd>x</kbd></p>
<table><tr><th>Product<th colspan=2>Price
<tr><td rowspan=2>Lunch<td>€49<sup>90</sup><td>per day<sup>1</sup>
<tr><td>€5<td><table role="presentation"><tr><td>in<p>para</table></table>
<ul><li>one<li>two <b>x</b><p>par</ul>
<blockquote lang="fr">Le déjeuner</blockquote>
<img src="a.png" alt="A Business Lunch box" title='T t'><a aria-label="Go on" href="/business-lunch">link</a>
<input type=submit value="Send now"><input type=text value="Business Lunch" placeholder="Your name">
<!-- Business Lunch --><!--[if mso]><p>Outlook <b>Business</b> Lunch</p><![endif]-->
<pre>Business Lunch</pre><script>var a = "Business Lunch <b>";</script>
<figure><figcaption>Below</figcaption></figure><dl><dt>T<dd>D</dl><svg><text>hi</text></svg> tail <s>€59</s> €49
<button data-x="Business Lunch here" onclick="go to there">Press</button>
"""


def test_reads_a_page() -> None:
    assert roles("a.html", PAGE) == [
        ("title", "Front"),
        ("title", "Meals & more"),
        ("alt", "Order Business\xa0Lunch"),
        ("alt", "login.gov site up and running"),
        ("alt", "Meals"),
        ("title", "Head ￼"),
        ("body", "Business Lunch￼ ab \xadc\n\nd ￼"),
        ("cell", "Product"),
        ("cell", "Price"),
        ("cell", "Lunch"),
        ("cell", "€49.90"),
        ("cell", "per day￼"),
        ("cell", "€5"),
        ("body", "in"),
        ("body", "para"),
        ("item", "one"),
        ("item", "two x"),
        ("item", "par"),
        ("quote", "Le déjeuner"),
        ("alt", "A Business Lunch box"),
        ("alt", "T t"),
        ("alt", "Go on"),
        ("alt", "Send now"),
        ("alt", "Your name"),
        ("body", "Outlook Business Lunch"),
        ("body", "￼link\n￼￼"),
        ("caption", "Below"),
        ("item", "T"),
        ("item", "D"),
        ("body", "hi"),
        ("body", "￼ tail ￼ €49"),
        ("body", "Press"),
    ]


def test_knows_levels_languages_rows_and_columns() -> None:
    document = read("a.html", PAGE)
    assert document.metadata == {"language": "en", "title": "Front"}
    by_text = {segment.text: segment for segment in document.segments}
    assert by_text["Head ￼"].level == 2
    assert by_text["Le déjeuner"].language == "fr"
    assert by_text["one"].language is None
    assert {text: (cell.group, cell.column) for text, cell in by_text.items() if cell.group} == {
        "Product": ("table 1, row 1", 0),
        "Price": ("table 1, row 1", 1),
        "Lunch": ("table 1, row 2", 0),
        "€49.90": ("table 1, row 2", 1),
        "per day￼": ("table 1, row 2", 2),
        "€5": ("table 1, row 3", 1),  # the cell above reaches down
    }


@pytest.mark.parametrize(
    ("html", "segments"),
    [
        ("<p>a<p>b", ["a", "b"]),
        ("<b>a<p>b</b>c</p>d", ["a", "bc", "d"]),
        ("<div>Business</div><div>Lunch</div>", ["Business", "Lunch"]),
        ("<span>Business</span><wbr><span>Lunch</span>", ["BusinessLunch"]),
        ("Business <img src=x> Lunch", ["Business ￼ Lunch"]),
        ("<p>a <code>x</p><p>b", ["a ￼", "b"]),
        ("<li>a</div>b", ["a", "b"]),
        ("<table><tr><td>a</div>b</td></tr></table>c", ["a", "b", "c"]),
        ("<table><tr><td><b>a</tr></table>c", ["a", "c"]),
        ("</p></td></table>x", ["x"]),
        ("<a title='Say &quot;Lunch&quot; now'>x</a>", ['Say "Lunch" now', "x"]),
        ("<Card heading='Business Lunch' kind='big box'/>", ["Business Lunch"]),
        ("<svg/>x <math><mi>y</mi></math>", ["x ￼"]),
        ("<textarea>a &amp; b</textarea><option>c<option>d", ["a & b", "c", "d"]),
        ("{% comment %}<p>x</p>{% endcomment %}<p>{{ y }}</p>", []),
        ("a &unknown; &lt; b &#8212; c", ["a &unknown; < b — c"]),
        ("", []),
        ("<p>abc <b", ["abc"]),
    ],
)
def test_structure(html: str, segments: list[str]) -> None:
    assert [text.replace("￼x", "x") for text in texts("a.html", html)] == segments


TAGS = st.sampled_from(["p", "div", "li", "td", "h1", "section", "blockquote", "b", "span", "a", "ul", "table", "tr"])
WRITTEN = st.sampled_from(
    [
        "Business Lunch",
        "Business <b>Lunch</b>",
        "Busi<i>ness</i> Lunch",
        "Business<!-- x --> Lunch",
        "Busi</>ness Lunch",
    ]
)
PLACES = st.sampled_from(
    [
        "%s",
        "<p>é %s 😀</p>",
        "<td>&amp; %s",
        "<br>%s",
        "{{ a < b }}%s",
        "<h1 class='%%'>\n%s</h1>",
        "\xad%s<sup>1</sup>",
    ]
)


def _closed(content: str, tags: list[str]) -> str:
    for tag in tags:
        content = f"<{tag}>{content}</{tag}>" if tag != "li" else f"<li>{content}"
    return content


@given(
    st.lists(st.tuples(PLACES, WRITTEN, st.lists(TAGS, max_size=4)), max_size=6), st.sampled_from(["\n", "\r\n", "\r"])
)
def test_places_are_exact(blocks: list[tuple[str, str, list[str]]], line_break: str) -> None:
    html = "\n".join(f"<div>{_closed(place % written, tags)}</div>" for place, written, tags in blocks)
    document = read("a.html", html.replace("\n", line_break))
    assert_exact(document)
    assert found(document) == [written.removesuffix("</b>") for _, written, _ in blocks]


@given(
    st.sampled_from(["alt", "title", "aria-label", "placeholder"]),
    st.sampled_from("\"'"),
    st.sampled_from(["", "&eacute; ", "😀\n"]),
)
def test_places_in_attributes_are_exact(name: str, quote: str, before: str) -> None:
    document = read("a.html", f"<p>\n<img src='a b' {name} = {quote}{before}{NAME}{quote} >")
    assert_exact(document)
    assert found(document) == [NAME]


NAMES = ["p", "td", "table", "tr", "li", "ul", "code", "sup", "pre", "s", "h1"]
TOKENS = [f"{opening}{name}>" for name in NAMES for opening in ("<", "</")]
TOKENS += ["x", "<!--", "-->", "<!--[if x]>", "&amp;", "</>", "\r\n", "{{ x }}", '<img alt="x y">']


@given(st.lists(st.sampled_from(TOKENS), max_size=40).map("".join))
def test_any_nesting_is_read(html: str) -> None:
    assert_exact(read("a.html", html))


def test_survives_damage() -> None:
    assert_survives("a.html", PAGE)


@pytest.mark.parametrize(
    "unit",
    [
        "<div>x",
        "<p a='b c d'>",
        "<p a=\"'",
        "<",
        "<a ",
        "<!--",
        "<!--[if mso]>",
        "<!--[if mso]>x<![endif]-->",
        "<![CDATA[",
    ]
    + [
        "<ul><li>",
        "<table><tr><td>",
        "<table>",
        "<td>",
        "<tr><td rowspan=999 colspan=99>",
        "&",
        "&amp;",
        "<code>x",
        "</>",
    ]
    + ["abc<sup>1</sup>", "<p lang=fr>x", "<svg>", "{{", "{% if", "<section></div>"],
)
def test_stays_linear(unit: str) -> None:
    assert_exact(read("a.html", "<table><tr><td>" + unit * 20_000))


def test_200_000_attributes() -> None:
    assert texts("a.html", "<p " + "a=b " * 200_000 + ">x") == ["x"]


def test_labels_of_drawings_are_read_apart_from_the_text_around() -> None:
    drawing = (
        "<svg aria-label='K one'><title>K two</title><style>a{b:'no'}</style><metadata>no</metadata><path d='M0 0'/>"
        "<svg><text>K <tspan>three</tspan></text></svg><text>K four</text></svg>"
    )
    document = read("a.html", f"<title>T</title><p>Our {drawing} lunch</p><iframe title='K five'>no</iframe>")
    assert [(one.role.value, one.text) for one in document.segments] == [
        ("title", "T"), ("alt", "K one"), ("alt", "K two"), ("body", "K three"), ("body", "K four"),
        ("body", f"Our {MASK} lunch"), ("alt", "K five"),
    ]  # fmt: skip
    assert document.metadata["title"] == "T"
    assert_exact(document)
