"""Mails corrected: raw bytes before and after, and what the standard library's parser makes of them."""

from email import message_from_bytes
from email.policy import default
import quopri

from hypothesis import given
from hypothesis import strategies as st
import pytest

from tests.fixers.mending import corrected, reasons

HEAD = "From: a@x.example\r\nMIME-Version: 1.0\r\n"
PLAIN = HEAD + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: {}\r\n\r\n{}\r\n"

BODIES = [
    ("7bit", "Our Business\r\nLunch today", "Our Meals for\r\nTeams today"),
    ("8bit", "Für Business Lunch", "Für Meals for Teams"),
    ("8bit", "Für Corner Bistro", "Für Café Žižka"),
    ("quoted-printable", "F=C3=BCr Business Lunch =3D new", "F=C3=BCr Meals for Teams =3D new"),
    ("quoted-printable", "F=C3=BCr Corner Bistro", "F=C3=BCr Caf=C3=A9 =C5=BDi=C5=BEka"),
    ("quoted-printable", "Our Business Lu=\r\nnch today", "Our Meals for Teams today"),
    ("quoted-printable", "Our Business Lunch=\r\n today", "Our Meals for Teams=\r\n today"),
    ("quoted-printable", "x" * 56 + " Business Lunch now!", "x" * 56 + " Meals for Teams no=\r\nw!"),
]


@pytest.mark.parametrize(("encoding", "before", "after"), BODIES)
def test_only_the_lines_of_the_name_are_written_anew(encoding: str, before: str, after: str) -> None:
    result = corrected(PLAIN.format(encoding, before).encode(), "eml")
    assert result.data.decode() == PLAIN.format(encoding, after)


def test_subjects_in_ascii_are_corrected_fold_and_all() -> None:
    mail = "Subject: Order the Business\r\n Lunch today\r\nFrom: a@x.example\r\n\r\nHello\r\n"
    assert b"Subject: Order the Meals for Teams today\r\n" in corrected(mail.encode(), "eml").data


REFUSED = [
    ("Subject: =?utf-8?q?F=C3=BCr_Business_Lunch?=\r\nFrom: a@x.example\r\n\r\nHello\r\n", "encoded words"),
    (PLAIN.format("base64", "T3VyIEJ1c2luZXNzIEx1bmNo"), "written in base64"),
    (PLAIN.format("7bit", "Our Corner Bistro"), "does not exist in ascii"),
    (
        HEAD + "Content-Type: multipart/signed; boundary=b\r\n\r\n--b\r\n\r\nBusiness Lunch\r\n--b--\r\n",
        "it is signed",
    ),
]


@pytest.mark.parametrize(("mail", "reason"), REFUSED)
def test_what_cannot_be_led_back_to_its_bytes_is_left_with_a_reason(mail: str, reason: str) -> None:
    result = corrected(mail.encode(), "eml")
    assert result.data == mail.encode()
    assert reason in reasons(result)[0]


def test_html_in_ascii_gets_references() -> None:
    mail = HEAD + "Content-Type: text/html\r\n\r\n<p>a Corner <b>Bistro</b> &amp; an Afternoon Tray</p>\r\n"
    assert b"<p>a Caf&#233; &#381;i&#382;ka<b></b> &amp; an Tea &amp; Cake</p>" in corrected(mail.encode(), "eml").data


@given(
    st.lists(st.sampled_from(["Business Lunch", "ü=", "word", "Vitamin Boxes", "é" * 30, "."]), min_size=1, max_size=40)
)
def test_quoted_printable_reads_as_meant_and_no_line_is_too_long(words: list[str]) -> None:
    text = " ".join(words)
    body = quopri.encodestring(text.encode()).replace(b"\n", b"\r\n").decode()
    data = corrected(PLAIN.format("quoted-printable", body).encode(), "eml").data
    said = message_from_bytes(data, policy=default).get_content().strip()
    assert said == text.replace("Business Lunch", "Meals for Teams").replace("Vitamin Boxes", "Office Fruit Crates")
    assert max(len(line) for line in data.split(b"\r\n")) <= 76
