from hypothesis import given
from hypothesis import strategies as st
import pytest

from tests.readers.text_documents import NAME, assert_exact, assert_survives, found, read, roles, texts

PAGE = """= Flyer for *teams*
Mary Smith <mary@example.com>
v1.0, 2026-02-03
:toc: left
:product: Business Lunch
:product-url: https://example.com/business-lunch
:description: What teams eat

Book a *Business*
Lunch with `book(Business Lunch)`, {product}.
// Business Lunch in a comment
And more +
below.

== Menu
[[anchor]]
.The code
[source,ruby]
----
Business Lunch
----

* An item
goes on
+
attached

Term:: what it means

NOTE: Mind this.

[quote, Mary]
____
I had one.
____

====
An example
====

 literal Business Lunch

image::lunch.png[A lunch box, 200]

////
Business Lunch
////

ifdef::web[On the web]
++++
<p>Raw <b>words</b></p>
++++

Old style
---------
"""


def test_roles_of_blocks() -> None:
    assert roles("a.adoc", PAGE) == [
        ("title", "Flyer for teams"),
        ("body", "Mary Smith <mary@example.com>\nv1.0, 2026-02-03"),
        ("body", "Business Lunch"),
        ("alt", "What teams eat"),
        ("body", "Book a Business\nLunch with ￼, ￼.\nAnd more\nbelow."),
        ("title", "Menu"),
        ("caption", "The code"),
        ("item", "An item\ngoes on"),
        ("item", "attached"),
        ("item", "Term"),
        ("item", "what it means"),
        ("body", "Mind this."),
        ("quote", "I had one."),
        ("body", "An example"),
        ("alt", "A lunch box"),
        ("body", "On the web"),
        ("body", "Raw words"),
        ("title", "Old style"),
    ]
    document = read("a.adoc", PAGE)
    assert document.metadata == {"title": "Flyer for teams", "date": "2026-02-03"}
    assert [segment.level for segment in document.segments if segment.role == "title"] == [1, 2, 2]


TABLE = """[cols="1,2*"]
|===
|Product |Price |Note

|Business
Lunch
|€9
|
2+|wide |end
.2+|tall |x |y
|z |w
a|
* first
* second
m|code |last
|===

,===
a,"b, c"
d,e
,===
"""


def test_tables() -> None:
    assert [(cell.group, cell.column, cell.text) for cell in read("a.adoc", TABLE).segments] == [
        ("table 1, row 1", 0, "Product"),
        ("table 1, row 1", 1, "Price"),
        ("table 1, row 1", 2, "Note"),
        ("table 1, row 2", 0, "Business\nLunch"),
        ("table 1, row 2", 1, "€9"),
        ("table 1, row 3", 0, "wide"),
        ("table 1, row 3", 2, "end"),
        ("table 1, row 4", 0, "tall"),
        ("table 1, row 4", 1, "x"),
        ("table 1, row 4", 2, "y"),
        ("table 1, row 5", 1, "z"),
        ("table 1, row 5", 2, "w"),
        ("table 1, row 6", 0, "first"),
        ("table 1, row 6", 0, "second"),
        ("table 1, row 6", 2, "last"),
        ("table 2, row 1", 0, "a"),
        ("table 2, row 1", 1, "b, c"),
        ("table 2, row 2", 0, "d"),
        ("table 2, row 2", 1, "e"),
    ]


def test_columns_are_those_of_the_first_line() -> None:
    cells = read("a.adoc", "|===\n|a |b\n|c\n|d\n|===\n").segments
    assert [(cell.group, cell.column) for cell in cells[2:]] == [("table 1, row 2", 0), ("table 1, row 2", 1)]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("**L**unch _Pass_ snake_case 2*3 #mark# #1", ["Lunch Pass snake_case 2*3 mark #1"]),
        ("[.red]#now# [.line-through]#then#", ["now ￼"]),
        ("https://example.com/a[the *page*^] link:b.html[text,window=_blank]", ["the page text"]),
        ("<<id,the page>> <<id>> xref:c.adoc#d[there]", ["the page ￼ there"]),
        ("say \"`now`\" or '`then`'", ["say “now” or ‘then’"]),
        ("+as *it* is+ ++too++ pass:[x] kbd:[Ctrl] btn:[OK]", ["as *it* is too ￼ ￼ OK"]),
        (r"\*not* bold, \{no} attribute", ["*not* bold, {no} attribute"]),
        ("Lunch footnote:[Not on *Sundays*.] image:a.png[Alt,20]", ["Not on Sundays.", "Alt", "Lunch ￼ ￼"]),
        ("((term)) (((a,b))) and (f(x)) m^2^ Lunch^1^ H~2~O &amp;", ["term  and (f(x)) m2 Lunch￼ H2O &"]),
    ],
)
def test_inline_markup(written: str, read_as: list[str]) -> None:
    assert texts("a.adoc", written) == read_as


BLOCKS = st.sampled_from(
    [
        f"{NAME} first\n\n",
        f"=== {NAME} ===\n\n",
        f".{NAME}\n",
        f"* item with *{NAME}*\nand more\n\n",
        f". a\n.. nested {NAME}\n\n",
        f"https://example.com[{NAME}^]\n\n",
        f"TIP: {NAME}\n\n",
        f"image::x.png[{NAME}]\n\n",
        f"é😀 term:: {NAME}, a definition\n\n",
        f"____\n{NAME}\n____\n\n",
        f"|===\n|a |{NAME}\n2+|b {NAME}\n|===\n\n",
        f',===\na,"{NAME}"\n,===\n\n',
        f":name: {NAME}\n\n",
        f"++++\n<p>{NAME}</p>\n++++\n\n",
        f'a footnote:[{NAME}] {{{{ name }}}} "`{NAME}`"\n\n',
        f"ifdef::x[{NAME}]\n\n",
    ]
)


@given(st.lists(BLOCKS, min_size=1, max_size=8), st.sampled_from(["\n", "\r\n"]))
def test_places_are_exact(blocks: list[str], line_break: str) -> None:
    text = "".join(blocks)
    document = read("a.adoc", text.replace("\n", line_break))
    assert_exact(document)
    assert found(document) == [NAME] * text.count(NAME)


def test_a_name_over_markup_and_lines_is_located() -> None:
    document = read("a.adoc", PAGE)
    assert found(document, "Business\nLunch") == ["Business*\nLunch"]


@pytest.mark.parametrize(
    "hostile",
    [
        "* ",
        "* a\n",
        "====\n",
        "|===\n",
        "|===\n|a\n",
        "`a ",
        "**",
        "^a",
        "a::\n",
        "[a]\n",
        "http://",
        "a:[",
        "((",
        "++++\n<a",
    ],
)
def test_reads_hostile_input_to_its_end(hostile: str) -> None:
    assert_exact(read("a.adoc", hostile * 10_000))


def test_survives_damage() -> None:
    assert_survives("a.adoc", PAGE + TABLE)
