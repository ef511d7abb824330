"""Mailboxes: message by message."""

import pytest

from msglint.errors import ReadError
from msglint.readers import Source, format_of
from msglint.readers.mbox import read

ONE = b"From kim@example.com Tue Jun  6 10:00:00 2017\nSubject: One\n\nFrom here on it is text.\n\nFrom the kitchen\n\n"
TWO = b"From - Tue Jun  6 10:00:00 2017\nSubject: Two\nContent-Type: text/html\n\n<p>Business <b>Lunch</b></p>\n\n"


def told(data: bytes) -> list[tuple[str | None, str]]:
    return [(segment.place, segment.text) for segment in read(Source("all.mbox", data)).segments]


@pytest.mark.parametrize("newline", [b"\n", b"\r\n"])
def test_each_message_is_a_mail(newline: bytes) -> None:
    assert told((ONE + TWO).replace(b"\n", newline)) == [
        ("message 1, subject", "One"),
        ("message 1, text/plain part", "From here on it is text."),
        ("message 1, text/plain part", "From the kitchen"),
        ("message 2, subject", "Two"),
        ("message 2, text/html part", "Business Lunch"),
    ]


def test_lines_count_from_the_part() -> None:
    found = read(Source("all.mbox", ONE + TWO))
    location = found.locate(found.segments[2], 0, 4)
    assert (location.line, location.column, location.place) == (3, 1, "message 1, text/plain part")


def test_no_message_speaks_for_the_mailbox() -> None:
    assert read(Source("all.mbox", ONE + TWO)).metadata == {}


def test_suffixes() -> None:
    assert format_of("Sent.mbox") == format_of("in.mbx") == "mbox"


def test_an_empty_mailbox_is_empty() -> None:
    assert told(b"") == []


@pytest.mark.parametrize("data", [b"Subject: One\n\nText", b"text\n\n" + ONE, b"\x00\x01"])
def test_what_is_no_mailbox_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match="this is no mailbox: it does not begin with a “From ” line"):
        told(data)


def test_one_bad_message_leaves_the_others() -> None:
    found = read(Source("all.mbox", ONE + b"From x\nContent-Type: application/pkcs7-mime\n\nx\n\n" + TWO))
    assert found.unchecked == ("message 2, mail is encrypted or sealed in an envelope: save it decrypted",)
    assert found.segments[-1].place == "message 3, text/html part"
