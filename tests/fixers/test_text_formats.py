"""Before and after, format by format."""

import pytest

from tests.fixers.mending import cases, corrected, reasons

SHAPES = [
    ("our Business Lunch today", "our Meals for Teams today"),
    ("two business lunches", "two Meals for Teams"),
    ("Two Vitamin Boxes, please", "Two Office Fruit Crates, please"),
    ("the Business Lunch’s price", "the Meals for Teams’ price"),
    ("the Vitamin Box's price", "the Office Fruit Crate's price"),
    ("ORDER YOUR BUSINESS LUNCH NOW", "ORDER YOUR MEALS FOR TEAMS NOW"),
    ("Business-Lunch or businesslunch", "Meals for Teams or Meals for Teams"),
    ("Business Lunch, Business Lunch", "Meals for Teams, Meals for Teams"),
    ("Order the Business\nLunch today", "Order the Meals for\nTeams today"),
    ("Order the Business\r\nLunch today", "Order the Meals for\r\nTeams today"),
    ("The Packed\nSupper, at noon", "The Mealbox,\nat noon"),
    ("Take the Packed\nSupper.", "Take the \nMealbox."),
]


@pytest.mark.parametrize(("before", "after"), SHAPES)
@pytest.mark.parametrize("format", ["txt", "md", "html"])
def test_the_new_name_takes_the_shape_of_the_old_one(format: str, before: str, after: str) -> None:
    frame = "<p>{}</p>\n" if format == "html" else "{}\n"
    assert corrected(frame.format(before).encode(), format).data.decode() == frame.format(after)


@pytest.mark.parametrize(("format", "before", "after"), cases("markup"))
def test_markup_stays_and_new_text_is_escaped_as_its_place_asks(format: str, before: str, after: str) -> None:
    assert corrected(before.encode(), format).data.decode() == after


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "cp1252"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_the_encoding_and_its_mark_stay(encoding: str) -> None:
    before, after = "Für Sie: “Business Lunch”\r\nnew\n", "Für Sie: “Meals for Teams”\r\nnew\n"
    assert corrected(before.encode(encoding), "txt").data == after.encode(encoding)


def test_what_an_encoding_lacks_is_written_as_a_reference_or_refused() -> None:
    western = corrected("<p>é Corner Bistro</p>".encode("cp1252"), "html")
    assert western.data == "<p>é Café Žižka</p>".encode("cp1252")
    latin = "<meta charset=iso-8859-2><p>Corner Bistro čaj</p>".encode("iso-8859-2")
    assert "Café Žižka".encode("iso-8859-2") in corrected(latin, "html").data
    cyrillic = '<meta charset="koi8-r"><p>Чай, Corner Bistro</p>'.encode("koi8-r")
    assert b"Caf&#233; &#381;i&#382;ka" in corrected(cyrillic, "html").data
    plain = "# coding: koi8-r\nЧай, Corner Bistro\n".encode("koi8-r")
    assert reasons(corrected(plain, "txt")) == ["“é” does not exist in koi8-r"]


REFUSED = [
    ("po", 'msgid "Business Lunch"\nmsgstr ""\n', "a message is the key"),
    ("html", "<img alt=Business-Lunch>", "without quotes"),
    ("yaml", "a: it's a Weekday Menu\n", "needs quotes"),
]


@pytest.mark.parametrize(("format", "before", "reason"), REFUSED)
def test_what_cannot_be_written_is_left_with_a_reason(format: str, before: str, reason: str) -> None:
    result = corrected(before.encode(), format)
    assert result.data == before.encode()
    assert len(result.left) == 1
    assert reason in reasons(result)[0]
