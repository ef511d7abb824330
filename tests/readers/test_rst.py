from hypothesis import given
from hypothesis import strategies as st
import pytest

from tests.readers.text_documents import NAME, assert_exact, assert_survives, found, read, roles, texts

PAGE = """=======
Flyer 1
=======

:date: 2026-01-02

Our *new* menu
--------------

Book a **Business**
Lunch with ``book(Business Lunch)``::

    Business Lunch

.. Business Lunch in a comment

.. note:: See `the Business Lunch <https://example.com/business-lunch>`_ page.

- An item
  that goes on

  .. code-block:: sh

     Business Lunch

Term
  What it means

| One line
| another

    Somebody else's words

.. [#n] A footnote
.. |lunch| replace:: Business Lunch
.. _Business Lunch: https://example.com

.. figure:: lunch.png
   :alt: A lunch box

   The box
"""


def test_roles_of_blocks() -> None:
    assert roles("a.rst", PAGE) == [
        ("title", "Flyer 1"),
        ("body", "2026-01-02"),
        ("title", "Our new menu"),
        ("body", "Book a Business\nLunch with ￼:"),
        ("body", "See the Business Lunch page."),
        ("item", "An item\nthat goes on"),
        ("item", "Term"),
        ("item", "What it means"),
        ("body", "One line\nanother"),
        ("quote", "Somebody else's words"),
        ("note", "A footnote"),
        ("body", "Business Lunch"),
        ("alt", "A lunch box"),
        ("caption", "The box"),
    ]
    document = read("a.rst", PAGE)
    assert document.metadata == {"title": "Flyer 1", "date": "2026-01-02"}
    assert [segment.level for segment in document.segments if segment.role == "title"] == [1, 2]


GRID = """
+----------+-------+
| Product  | Price |
+==========+=======+
| Business | €9    |
| Lunch    +-------+
|          | €10   |
+----------+-------+
"""
SIMPLE = """
=========  =====
Product    Price
=========  =====
Business   €9
Lunch too
over both columns
=========  =====
"""
LISTED = """
.. list-table::

   * - Product
     - Price
   * - Business
       Lunch
     - €9
"""
DELIMITED = """
.. csv-table::
   :header: Product, Price

   "Business Lunch", €9
"""


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (GRID, [(1, 0, "Product"), (1, 1, "Price"), (2, 0, "Business\nLunch"), (2, 1, "€9"), (3, 1, "€10")]),
        (
            SIMPLE,
            [(1, 0, "Product"), (1, 1, "Price"), (2, 0, "Business"), (2, 1, "€9")]
            + [(3, 0, "Lunch too"), (4, 0, "over both columns")],
        ),
        (LISTED, [(1, 0, "Product"), (1, 1, "Price"), (2, 0, "Business\nLunch"), (2, 1, "€9")]),
        (DELIMITED, [(1, 0, "Product"), (1, 1, "Price"), (2, 0, "Business Lunch"), (2, 1, "€9")]),
    ],
)
def test_tables_of_all_kinds(table: str, expected: list[tuple[int, int, str]]) -> None:
    cells = read("a.rst", table).segments
    assert {cell.role.value for cell in cells} == {"cell"}
    assert [(cell.group, cell.column, cell.text) for cell in cells] == [
        (f"table 1, row {row}", column, text) for row, column, text in expected
    ]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        (r"Lunch\ *Pass* \*not\*", "LunchPass *not*"),
        ("2*3 and 4 * 5", "2*3 and 4 * 5"),
        (":ref:`the page <page>` :ref:`page` :py:func:`lunch`", "the page ￼ ￼"),
        ("Lunch_ and `Lunch Pass`_ and `Lunch Pass`__", "Lunch and Lunch Pass and Lunch Pass"),
        ("Lunch [1]_ |name| :guilabel:`Buy`", "Lunch ￼ ￼ Buy"),
        ("an `open quote", "an `open quote"),
        ("one ``more", "one ``more"),
        ("say :code:`Business Lunch` :strong:`now`", "say ￼ now"),
    ],
)
def test_inline_markup(written: str, read_as: str) -> None:
    assert texts("a.rst", written) == [read_as]


BLOCKS = st.sampled_from(
    [
        f"{NAME} first\n\n",
        f"{NAME}\n--------------\n\n",
        f"- item with **{NAME}**\n  and more\n\n",
        f"- a\n\n  - nested {NAME}\n\n",
        f"#. `{NAME} <https://example.com>`_\n\n",
        f".. tip:: {NAME}\n\n",
        f".. admonition:: {NAME}\n\n   Inside {NAME}\n\n",
        f".. image:: x.png\n   :alt: {NAME}\n\n",
        f"é😀 term\n    {NAME}, a definition\n\n",
        f"| {NAME}\n| line\n\n",
        f"+------+------------------+\n| a    | {NAME}   |\n+------+------------------+\n\n",
        f"===  ================\na    {NAME}\n===  ================\n\n",
        f".. list-table::\n\n   * - a\n     - {NAME}\n\n",
        f":field: {NAME}\n\n",
        f".. raw:: html\n\n   <p>{NAME}</p>\n\n",
        f"\tindented {NAME} with {{{{ name }}}}\n\n",
    ]
)


@given(st.lists(BLOCKS, min_size=1, max_size=8), st.sampled_from(["\n", "\r\n"]))
def test_places_are_exact(blocks: list[str], line_break: str) -> None:
    text = "".join(blocks)
    document = read("a.rst", text.replace("\n", line_break))
    assert_exact(document)
    assert found(document) == [NAME] * text.count(NAME)


def test_a_name_over_markup_and_lines_is_located() -> None:
    document = read("a.rst", PAGE)
    assert found(document, "Business\nLunch") == ["Business**\nLunch"]


@pytest.mark.parametrize(
    "hostile",
    ["- ", "- a\n", " a\n", ".. note:: ", "a\n=\n", "+--+\n|a |\n", "=== ===\n", "``a ", "`a\\`", "**", "a::\n\n "],
)
def test_reads_hostile_input_to_its_end(hostile: str) -> None:
    assert_exact(read("a.rst", hostile * 10_000))


def test_survives_damage() -> None:
    assert_survives("a.rst", PAGE + GRID + SIMPLE + LISTED + DELIMITED)
