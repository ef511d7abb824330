from hypothesis import given
from hypothesis import strategies as st
import pytest

from tests.readers.text_documents import NAME, assert_exact, assert_survives, found, read, roles, texts

PAGE = """---
title: All of it
description: >
  Folded
  lines
tags: [fresh food, lunch]
price: 12
---

# Head **bold** {#anchor}

Busi*ness* **Lunch** &amp; \\* more
wraps `Business Lunch` <b>here</b> <!-- Business Lunch -->

> They said
> so

* [ ] task
* item

  its paragraph

| Name | Price |
|------|-------|
| A \\| b | €9 |

![Alt *text*](u.png "Shown title") and [a link](u "Hover") and <http://a.example/business>

```
Business Lunch
```

    Business Lunch

<div class="Business Lunch" title="A title here">
Raw <b>html</b>
</div>

Seen[^1] and ~~gone~~ and [ref].

[^1]: The note

[ref]: /business-lunch "Ref title"
"""


def test_reads_a_page() -> None:
    assert roles("a.md", PAGE) == [
        ("title", "All of it"),
        ("alt", "Folded\nlines"),
        ("alt", "fresh food"),
        ("alt", "lunch"),
        ("title", "Head bold"),
        ("body", "Business Lunch & * more\nwraps ￼ here"),
        ("quote", "They said\nso"),
        ("item", "task"),
        ("item", "item"),
        ("item", "its paragraph"),
        ("cell", "Name"),
        ("cell", "Price"),
        ("cell", "A | b"),
        ("cell", "€9"),
        ("alt", "Shown title"),
        ("alt", "Alt text"),
        ("alt", "Hover"),
        ("body", "￼ and a link and ￼"),
        ("alt", "A title here"),
        ("body", "Raw html"),
        ("body", "Seen￼ and ￼ and ref."),
        ("note", "The note"),
        ("alt", "Ref title"),
    ]


def test_levels_groups_and_columns() -> None:
    document = read("a.md", "## Two\n\n|a|b|\n|-|-|\n|c|d|\n\n|e|\n|-|\n")
    assert [(segment.level, segment.group, segment.column) for segment in document.segments] == [
        (2, None, None),
        (0, "table 1, row 1", 0),
        (0, "table 1, row 1", 1),
        (0, "table 1, row 2", 0),
        (0, "table 1, row 2", 1),
        (0, "table 2, row 1", 0),
    ]


@pytest.mark.parametrize(
    ("text", "segments"),
    [
        ("Lunch<sup>1</sup> for 3 m<sup>2</sup>, €49<sup>90</sup>", ["Lunch￼ for 3 m2, €49.90"]),
        ("a <code>x *y*</code> b<br>c", ["a ￼ b\nc"]),
        ("> [!NOTE]\n> Our words", ["Our words"]),
        ("It is $5 or $10, not $$a_b$$ or $\\alpha$", ["It is $5 or $10, not ￼ or ￼"]),
        ("{% if a < b %}\n# Head {{ x }}\n{% endif %}", ["Head ￼"]),
        ("Text{:.class}\n{: #id}\n", ["Text￼\n￼"]),
        ("<!-- BEGIN: Business -->\n<!-- and more -->\n", []),
        ("> <p>\n> quoted <i>html</i>\n> </p>\n", ["quoted html"]),
        ("a  \nb\\\nc\r\nd", ["a\nb\nc\nd"]),
        ("[Business Lunch](<my url>) ![](x.png)", ["Business Lunch ￼"]),
        ("", []),
    ],
)
def test_inline(text: str, segments: list[str]) -> None:
    assert texts("a.md", text) == segments


MDX = """import Tabs from "@theme/Tabs"

export const rows = [
  {name: "Business Lunch"}
]

<Tabs title="Shown in a tab">
<Tab heading="Business Lunch" onClick={() => go("there")}>
Text with {props.name} and `code`

    more text
    in two lines

```jsx
<Business>Lunch</Business>
```

</Tab>
</Tabs>

{/* Business Lunch
*/}

See <Badge text="two words" inline /> there
"""


def test_mdx_keeps_the_prose() -> None:
    assert texts("a.mdx", MDX) == [
        "Shown in a tab",
        "Business Lunch",
        "Text with ￼ and ￼",
        "more text\nin two lines",
        "See ￼ there",
    ]
    assert found(read("a.mdx", MDX)) == [NAME]


@pytest.mark.parametrize(
    ("head", "metadata"),
    [
        ("date: 2024-01-02", {"date": "2024-01-02"}),
        ("date: 2024-01-02T10:00:00+01:00", {"date": "2024-01-02"}),
        ("published: 2024-01-02", {"date": "2024-01-02"}),
        ("published: true", {}),
        ("date: soon", {}),
        ("date: 2024-02-31", {}),
        ("lang: de", {"language": "de"}),
        ("msglint:\n  channel: flyer\n  region: IE", {"channel": "flyer", "region": "IE"}),
    ],
)
def test_front_matter_says_what_the_document_is(head: str, metadata: dict[str, str]) -> None:
    assert read("a.md", f"---\n{head}\n---\ntext").metadata == metadata


def test_front_matter_tells_of_keys_it_does_not_know() -> None:
    metadata = read("a.md", "---\nmsglint:\n  region: IE\n  other: x\n---\ntext").metadata
    assert metadata["region"] == "IE"
    assert "no key “other”" in metadata["slips"]


def test_toml_front_matter() -> None:
    text = '+++\ntitle = "Business Lunch"\ndate = 2024-01-02\n[msglint]\nregion = "IE"\n+++\ntext'
    document = read("a.md", text)
    assert document.metadata == {"title": NAME, "date": "2024-01-02", "region": "IE"}
    assert found(document) == [NAME]
    assert roles("a.md", text) == [("title", NAME), ("body", "text")]


@pytest.mark.parametrize(
    ("path", "date"),
    [
        ("2017-06-06-post.md", "2017-06-06"),
        ("blog/2017_06_06.txt", "2017-06-06"),
        ("2017-13-06-post.md", None),
        ("until-2017-06-06.md", None),
        ("2017-06-06/post.md", None),
    ],
)
def test_a_file_name_may_bear_the_day(path: str, date: str | None) -> None:
    assert read(path, "text").metadata.get("date") == date


def test_front_matter_beats_the_file_name() -> None:
    assert read("2017-06-06-post.md", "---\ndate: 2020-01-01\n---\n").metadata["date"] == "2020-01-01"


def test_what_is_no_front_matter_is_read_as_text() -> None:
    assert found(read("a.md", "---\na: [Business Lunch\n---\n")) == [NAME]


WRITTEN = st.sampled_from(["Business Lunch", "Business <b>Lunch</b>", "Busi<i>ness</i> Lunch"])
MARKED = st.sampled_from(["Business **Lunch**", "Busi*ness* Lunch", "[Business](u) Lunch"])
AROUND = st.sampled_from(
    ["%s", "# %s", "* 😀 %s é", "> %s &amp; x", "| %s | b |\n|---|---|\n| c | d |", "x{{ y }} %s \xad", "[^1]: %s"]
    + ["1. %s\n\n   more", "**a** \\* %s\\\nnext", "- - > %s", "`code` %s  \nbreak", "$x %s", "é %s\nwrap"]
)
BLOCKS = st.tuples(AROUND, WRITTEN | MARKED) | st.tuples(st.just("<div>%s</div>"), WRITTEN)


@given(st.lists(BLOCKS, max_size=8), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_places_are_exact(blocks: list[tuple[str, str]], line_break: str, front: bool) -> None:
    head = "---\ntitle: é Business Lunch\n---\n" if front else ""
    text = head + "\n\n".join(around % written for around, written in blocks)
    document = read("a.md", text.replace("\n", line_break))
    assert_exact(document)
    # From the first letter of the name to its last, with the markup between.
    written = [written.removeprefix("[").removesuffix("</b>").removesuffix("**") for _, written in blocks]
    assert sorted(found(document)) == sorted([*written, *[NAME] * front])


def test_survives_damage() -> None:
    assert_survives("a.md", PAGE)
    assert_survives("a.mdx", MDX)


@pytest.mark.parametrize(
    "unit",
    [">", "[", "![", "*a", "`a``", "- ", "[a](", "|a", "[a]: b\n", "> <div>\n", "~~a", "$$a\\", "<b>x</b>", "{:"],
)
def test_stays_linear(unit: str) -> None:
    assert_exact(read("a.md", unit * 20_000))


@pytest.mark.parametrize("unit", ["{", "{/*", "<A ", '<A b="', "```\n", "export const a\n", "    x\n\n", "import "])
def test_mdx_stays_linear(unit: str) -> None:
    assert_exact(read("a.mdx", unit * 20_000))
