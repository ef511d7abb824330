from hypothesis import given
from hypothesis import strategies as st
import pytest

from msglint.errors import ReadError
from tests.readers.text_documents import NAME, assert_exact, assert_survives, found, read, texts

CATALOGUE = r"""# Translators
msgid ""
msgstr ""
"Language: de_AT\n"
"Content-Type: text/plain; charset=UTF-8\n"

#. To Business Lunch
#: shop.c:12
msgid "Order"
msgstr "Jetzt Business "
"Lunch bestellen, %(name)s, 50% off!"

msgctxt "menu"
msgid "Book a \"Business Lunch\""
msgstr ""

#, fuzzy
msgid "Old"
msgstr "Alt"

msgid "%d Business Lunch"
msgid_plural "%d Lunches"
msgstr[0] "Ein <b>Business</b> Lunch"
msgstr[1] ""

#~ msgid "gone"
#~ msgstr "weg"
"""


def test_what_people_see_is_text() -> None:
    assert texts("a.po", CATALOGUE) == [
        "Jetzt Business Lunch bestellen, ￼, 50% off!",
        'Book a "Business Lunch"',
        "Old",
        "Ein Business Lunch",
    ]
    assert read("a.po", CATALOGUE).metadata == {"language": "de-AT"}


def test_a_name_over_two_strings_is_located() -> None:
    document = read("a.po", CATALOGUE)
    assert_exact(document)
    assert found(document) == ['Business "\n"Lunch', NAME, "Business</b> Lunch"]


@pytest.mark.parametrize("text", ['msgid "x" y', 'msgid "open', '"no keyword"', "words", 'msgfoo "x"'])
def test_errors_name_the_line(text: str) -> None:
    with pytest.raises(ReadError, match=r"\(line 2\)$"):
        read("a.po", "# ok\n" + text)


STRINGS = st.sampled_from([f'"{NAME}"', f'"a\\n{NAME}"', f'""\n"é {NAME} "\n"b"', f'"%s {NAME} \\"x\\""'])


@given(st.lists(st.tuples(STRINGS, st.none() | STRINGS), max_size=5), st.sampled_from(["\n", "\r\n"]))
def test_places_are_exact(messages: list[tuple[str, str | None]], line_break: str) -> None:
    text = "".join(f"#: a\nmsgid {message}\nmsgstr {other or chr(34) * 2}\n\n" for message, other in messages)
    document = read("a.pot", text.replace("\n", line_break))
    assert_exact(document)
    assert found(document) == [NAME] * len(messages)


@pytest.mark.parametrize("hostile", ['msgid "', '"\\', "msgid ", "msgid[0]"])
def test_hostile_input_is_refused(hostile: str) -> None:
    with pytest.raises(ReadError, match="line 1"):
        read("a.po", hostile * 40_000)


@pytest.mark.parametrize("hostile", ['msgid ""\n', 'msgid "a"\n"b"\n', "#, fuzzy\n", 'msgstr[0] "a"\n', "#~ msgid\n"])
def test_reads_hostile_input_to_its_end(hostile: str) -> None:
    assert_exact(read("a.po", hostile * 40_000))


def test_survives_damage() -> None:
    assert_survives("a.po", CATALOGUE)
