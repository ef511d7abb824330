"""Before and after, format by format."""

import pytest

from tests.fixers.mending import corrected, reasons

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


MARKUP = [
    ("html", "<p>our <b>Business</b> Lunch</p>", "<p>our <b>Meals for Teams</b></p>"),
    ("html", "<p>our Business&nbsp;Lunch</p>", "<p>our Meals for Teams</p>"),
    ("html", "<p>our Busi&shy;ness Lunch</p>", "<p>our Meals for Teams</p>"),
    ("html", "<p>our Business<br>Lunch</p>", "<p>our Meals for<br>Teams</p>"),
    ("html", "<p>an Afternoon Tray</p>", "<p>an Tea &amp; Cake</p>"),
    ("html", '<img alt="a Weekday Menu" src="Business-Lunch.png">', '<img alt="a Lunch: &quot;daily&quot;, fresh" src="Business-Lunch.png">'),
    ("html", '<p><span class="drop">B</span>usiness Lunch</p>', '<p><span class="drop">M</span>eals for Teams</p>'),
    ("html", "<p>{{ greeting }} Business Lunch</p>", "<p>{{ greeting }} Meals for Teams</p>"),
    ("html", "<!--[if mso]><p>Business Lunch</p><![endif]-->", "<!--[if mso]><p>Meals for Teams</p><![endif]-->"),
    ("md", "our **Business** Lunch", "our **Meals for Teams**"),
    ("md", "our *Business Lunch*", "our *Meals for Teams*"),
    ("md", "a Steaming Platter", "a Box \\[v2\\] \\*hot\\*"),
    ("md", "> our Business\n> Lunch today\n", "> our Meals for\n> Teams today\n"),
    ("md", "- our Business\n  Lunch today\n", "- our Meals for\n  Teams today\n"),
    ("md", "# Business Lunch\n\n`Business Lunch` https://x.example/Business-Lunch\n", "# Meals for Teams\n\n`Business Lunch` https://x.example/Business-Lunch\n"),
    ("md", '[here](x.html "a Weekday Menu")', '[here](x.html "a Lunch: &quot;daily&quot;, fresh")'),
    ("md", "| Business Lunch | 3 |\n|---|---|\n| x | 4 |\n", "| Meals for Teams | 3 |\n|---|---|\n| x | 4 |\n"),
    ("md", "---\ntitle: Weekday Menu\n---\nA Business Lunch\n", "---\ntitle: 'Lunch: \"daily\", fresh'\n---\nA Meals for Teams\n"),
    ("yaml", "a: Business Lunch\n", "a: Meals for Teams\n"),
    ("yaml", "a: 'the Vitamin Box''s price'\n", "a: 'the Office Fruit Crate''s price'\n"),
    ("yaml", 'a: "a Weekday Menu"\n', 'a: "a Lunch: \\"daily\\", fresh"\n'),
    ("yaml", "a: a Weekday Menu\n", "a: 'a Lunch: \"daily\", fresh'\n"),
    ("yaml", "a: |\n  our Business\n  Lunch today\n", "a: |\n  our Meals for\n  Teams today\n"),
    ("json", '{"a": "a Weekday Menu"}', '{"a": "a Lunch: \\"daily\\", fresh"}'),
    ("json", '{"a": "a Corner Bistro"}', '{"a": "a Caf\\u00e9 \\u017di\\u017eka"}'),
    ("json", '{"a": "é Corner Bistro"}', '{"a": "é Café Žižka"}'),
    ("json", '{"Business Lunch": "Business\\nLunch"}', '{"Business Lunch": "Meals for\\nTeams"}'),
    ("csv", "name,price\nWeekday Menu,3\n", 'name,price\n"Lunch: ""daily"", fresh",3\n'),
    ("csv", 'name;x\n"a Weekday Menu";3\n', 'name;x\n"a Lunch: ""daily"", fresh";3\n'),
    ("tsv", "name\tx\nBusiness Lunch\t3\n", "name\tx\nMeals for Teams\t3\n"),
    ("po", 'msgid "a"\nmsgstr "a Weekday "\n"Menu for you"\n', 'msgid "a"\nmsgstr "a Lunch: \\"daily\\", fresh"\n" for you"\n'),
    ("srt", "1\n00:00:01,000 --> 00:00:02,000\nour Business\n\n2\n00:00:02,100 --> 00:00:03,000\nLunch today.\n", "1\n00:00:01,000 --> 00:00:02,000\nour Meals for\n\n2\n00:00:02,100 --> 00:00:03,000\nTeams today.\n"),
    ("vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nan Afternoon Tray\n", "WEBVTT\n\n00:01.000 --> 00:02.000\nan Tea &amp; Cake\n"),
    ("mjml", "<mjml><mj-body><mj-text>an Afternoon Tray</mj-text></mj-body></mjml>", "<mjml><mj-body><mj-text>an Tea &amp; Cake</mj-text></mj-body></mjml>"),
]  # fmt: skip


@pytest.mark.parametrize(("format", "before", "after"), MARKUP)
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
