"""Mails: every part read with lines of its decoded text; what cannot be read is said; nothing hostile escapes."""

from datetime import date
from email.message import EmailMessage
import random

from hypothesis import given
from hypothesis import strategies as st
import pytest

from msglint.errors import ReadError
from msglint.formats.mail.mime import parts
from msglint.formats.mail.transfer import decode_part, octets_of
from msglint.model.document import MASK, Document, Role
from msglint.readers import Source, read


def document(data: bytes) -> Document:
    return read(Source("mail.eml", data))


def told(data: bytes) -> list[tuple[str | None, str]]:
    return [(segment.place, segment.text) for segment in document(data).segments]


def message(subject: str = "Lunch", text: str = "Hello", html: str = "") -> EmailMessage:
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["Date"] = subject, "rep@example.com", "Tue, 06 Jun 2017 10:00:00 +0000"
    mail.set_content(text)
    if html:
        mail.add_alternative(html, subtype="html")
    return mail


def raw(body: bytes, *headers: bytes) -> bytes:
    return b"\r\n".join((b"Subject: Lunch", *headers, b"", body))


def test_subject_and_both_texts() -> None:
    found = told(message("Your Business Lunch", "Dear team", "<p>Dear <b>team</b></p>").as_bytes())
    assert found == [
        ("subject", "Your Business Lunch"),
        ("text/plain part", "Dear team"),
        ("text/html part", "Dear team"),
    ]


def test_the_subject_has_its_role_and_is_the_title() -> None:
    found = document(message("Your Business Lunch").as_bytes())
    assert found.segments[0].role is Role.SUBJECT
    assert found.metadata == {"title": "Your Business Lunch"}


def test_a_mail_is_not_dated_by_its_date() -> None:
    assert "date" not in document(message().as_bytes()).metadata
    assert date(2017, 6, 6).isoformat() not in document(message().as_bytes()).metadata.values()


@pytest.mark.parametrize(
    ("written", "subject"),
    [
        (b"=?utf-8?q?B=C3=BCsiness_Lunch?=", "Büsiness Lunch"),
        (b"=?utf-8?b?QnVzaW5lc3Mg?=\r\n =?utf-8?b?THVuY2g=?=", "Business Lunch"),
        (b"Your Business\r\n Lunch", "Your Business Lunch"),
        ("Büsiness Lunch".encode(), "Büsiness Lunch"),
        (b"=?iso-8859-1?q?B=FCsiness?= Lunch", "Büsiness Lunch"),
        (b"=?x-unknown?q?Lunch?=", "Lunch"),
        (b"=?utf-8?b?broken", "=?utf-8?b?broken"),
        (b"Hi {{ first_name }}, lunch?", f"Hi {MASK}, lunch?"),
    ],
)
def test_subjects(written: bytes, subject: str) -> None:
    assert told(b"Subject: " + written + b"\r\n\r\nText")[0] == ("subject", subject)


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252"])
def test_encodings(encoding: str, charset: str) -> None:
    mail = EmailMessage()
    mail["Subject"] = "x"
    mail.set_content("Café lunch\nBusiness Lunch für alle\n", charset=charset, cte=encoding)
    found = document(mail.as_bytes())
    body = found.segments[-1]
    assert body.text == "Café lunch\nBusiness Lunch für alle"
    at = body.text.index("Business")
    location = found.locate(body, at, at + 14)
    assert (location.line, location.column, location.end_column) == (2, 1, 15)
    assert location.place == "text/plain part"


def test_a_word_over_a_soft_break_is_one() -> None:
    found = document(raw(b"We sell Business Lu=\r\nnch.", b"Content-Transfer-Encoding: quoted-printable"))
    assert found.segments[1].text == "We sell Business Lunch."
    assert found.texts["text/plain part"] == "We sell Business Lunch."


def test_a_wrong_charset_is_mended_or_said() -> None:
    kind = b"Content-Type: text/plain; charset=us-ascii"
    assert told(raw("Café".encode(), kind))[1] == ("text/plain part", "Café")
    assert told(raw("Café".encode("cp1252"), kind))[1] == ("text/plain part", "Café")
    hopeless = document(raw(bytes(range(128, 256)) * 4, kind))
    assert hopeless.unchecked == (
        "text/plain part: its encoding is not UTF-8 and cannot be told for certain: save it as UTF-8",
    )


def test_a_damaged_character_costs_no_more_than_itself() -> None:
    text = "Überall größere Mengen für müde Gäste, überaus schön und übergroß für Mädchen".encode() + b"\xff"
    assert told(raw(text, b"Content-Type: text/plain; charset=utf-8"))[1][1].startswith("Überall größere")


def test_attachments_of_a_known_format() -> None:
    mail = message()
    mail.add_attachment("# Prices\n\nBusiness Lunch\n", filename="price.md", subtype="markdown")
    mail.add_attachment(b"\x00\x01", maintype="application", subtype="octet-stream", filename="data.bin")
    found = document(mail.as_bytes())
    assert [(segment.place, segment.text, segment.role) for segment in found.segments[2:]] == [
        ("attachment price.md", "Prices", Role.TITLE),
        ("attachment price.md", "Business Lunch", Role.BODY),
    ]
    location = found.locate(found.segments[3], 0, 8)
    assert (location.place, location.line, location.column) == ("attachment price.md", 3, 1)
    assert found.unchecked == ()


def test_an_attached_document_names_its_own_places() -> None:
    from io import BytesIO

    from docx import Document as Word

    out, word = BytesIO(), Word()
    word.add_paragraph("Hello")
    word.add_paragraph("Business Lunch")
    word.save(out)
    mail = message()
    mail.add_attachment(out.getvalue(), maintype="application", subtype="octet-stream", filename="price.docx")
    assert told(mail.as_bytes())[-1] == ("attachment price.docx, paragraph 2", "Business Lunch")


def test_an_attachment_that_cannot_be_read_is_said() -> None:
    mail = message()
    mail.add_attachment(b"no pdf", maintype="application", subtype="pdf", filename="flyer.pdf")
    assert document(mail.as_bytes()).unchecked == (
        "attachment flyer.pdf: this is no PDF, or it is damaged or cut off: export it again",
    )


def test_an_attached_mail_is_read() -> None:
    mail = message()
    mail.add_attachment(message("Older", "Business Lunch"))
    assert told(mail.as_bytes())[2:] == [
        ("attached message, subject", "Older"),
        ("attached message, text/plain part", "Business Lunch"),
    ]


def test_parts_of_one_kind_are_numbered() -> None:
    mail = message(text="One")
    mail.make_mixed()
    second = EmailMessage()
    second.set_content("Two")
    mail.attach(second)
    found = document(mail.as_bytes())
    assert [segment.place for segment in found.segments] == ["subject", "text/plain part", "text/plain part 2"]
    assert [segment.part for segment in found.segments] == list(found.texts)


def test_groups_of_two_parts_do_not_mix() -> None:
    table = "<table><tr><td>Lunch<td>9</table>"
    mail = message(html=table)
    mail.add_attachment(table.encode(), maintype="text", subtype="html", filename="a.html")
    groups = {segment.group for segment in document(mail.as_bytes()).segments if segment.role is Role.CELL}
    assert groups == {"text/html part, table 1, row 1", "attachment a.html, table 1, row 1"}


@pytest.mark.parametrize(
    "quoted",
    [
        "> Is the Business Lunch still on?",
        "On Tue, 6 Jun 2017 at 10:00, Kim Doe <kim@example.com> wrote:",
        "-----Original Message-----\nFrom: Kim\nBusiness Lunch",
        "From: Kim Doe\nSent: Tuesday\nTo: Rep\n\nBusiness Lunch",
        "---------- Forwarded message ---------\nBusiness Lunch",
    ],
)
def test_what_is_quoted(quoted: str) -> None:
    found = document(message(text=f"We answer gladly.\n\n{quoted}\n").as_bytes()).segments[1:]
    assert found[0].role is Role.BODY
    assert found[1:]
    assert {segment.role for segment in found[1:]} == {Role.QUOTE}


def test_what_is_not_quoted() -> None:
    text = "On Monday we wrote to you: it is ready.\n\nFrom: our kitchen\n\nThe original message was lost."
    found = document(message(text=text).as_bytes()).segments[1:]
    assert Role.QUOTE not in {segment.role for segment in found}


def test_what_is_quoted_in_html() -> None:
    html = "<p>Gladly.</p><div>On Tue, Kim Doe wrote:</div><blockquote>Business Lunch?</blockquote><p>Bye"
    found = [segment for segment in document(message(html=html).as_bytes()).segments if "html" in str(segment.place)]
    assert [segment.role for segment in found] == [Role.BODY, Role.QUOTE, Role.QUOTE, Role.BODY]


@pytest.mark.parametrize("data", [b"just text", b"PK\x03\x04 zip", b"\xd0\xcf\x11\xe0"])
def test_what_is_no_mail_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match="this is no mail: it begins with no header"):
        document(data)


def test_an_encrypted_mail_is_said() -> None:
    found = document(raw(b"", b"Content-Type: application/pkcs7-mime; name=smime.p7m"))
    assert found.unchecked == ("mail is encrypted or sealed in an envelope: save it decrypted",)


def nested(depth: int) -> bytes:
    head = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (at, at) for at in range(depth))
    return b"Subject: deep\r\n" + head + b"\r\nBusiness Lunch\r\n"


def test_parts_nested_without_end_are_said() -> None:
    found = document(nested(3000))
    assert found.unchecked == ("this mail has parts nested over 40 deep: the rest is not read, split it",)
    assert found.segments[0].text == "deep"
    assert told(nested(30))[-1] == ("text/plain part", "Business Lunch")


def test_messages_attached_without_end_are_said() -> None:
    data = b"Subject: x\r\nContent-Type: message/rfc822\r\n\r\n" * 3000
    assert "nested over 40 deep" in document(data).unchecked[0]


def test_mails_encoded_in_mails_come_to_an_end() -> None:
    from base64 import encodebytes

    data = b"Subject: core\r\n\r\nBusiness Lunch"
    for _ in range(12):
        data = raw(
            encodebytes(data),
            b"Content-Type: application/octet-stream; name=a.eml",
            b"Content-Transfer-Encoding: base64",
        )
    reasons = document(data).unchecked
    assert len(reasons) == 1
    assert reasons[0].endswith("it is attached in 8 files, each in the next: save it as a file of its own")


@pytest.mark.parametrize(
    "data",
    [
        raw(b"--b\r\n" * 100_000, b"Content-Type: multipart/mixed; boundary=b"),
        raw(b"x", b"Content-Type: text/plain" + b'; a="' * 50_000),
        raw(b"x", b"X: y\r\n" * 100_000 + b"Content-Type: text/html"),
        raw(b"=" * 300_000, b"Content-Transfer-Encoding: quoted-printable"),
        raw(b"> " * 200_000),
        raw(b"On " * 100_000),
        raw(b"From: a\n" * 50_000),
        raw(b"x", b"Content-Type: multipart/mixed; boundary*0=a; boundary*2*=utf-8''%"),
        raw(b"x", b"Subject: " + b"=?a?b?" * 20_000),
        raw(b"x", b"Content-Type: text/plain; charset=\x00\xff"),
        raw(b"A", b"Content-Transfer-Encoding: base64"),
        raw(b"x", b"Content-Transfer-Encoding: base64", b"Content-Type: text/plain; charset=base64"),
    ],
    ids=range(12),
)
def test_hostile_mails_come_to_an_end(data: bytes) -> None:
    assert document(data).format == "eml"


def test_damage_never_escapes() -> None:
    mail = message("Lunch", "Grüße " * 20, "<p>Hi &amp; bye</p>")
    mail.add_attachment(message("Older", "x"))
    whole, choice = mail.as_bytes(), random.Random(7)
    for _ in range(400):
        broken = bytearray(whole)
        for _ in range(choice.randint(1, 20)):
            broken[choice.randrange(len(broken))] = choice.randrange(256)
        del broken[choice.randint(1, len(broken)) :]
        broken[:8] = b"Subject:"
        assert document(bytes(broken)).format == "eml"


TEXTS = st.text(st.sampled_from("ab =.>é€ß\U0001f35c\n"), max_size=200)


@given(TEXTS, st.sampled_from(["7bit", "quoted-printable"]), st.sampled_from(["utf-8", "cp1252"]))
def test_every_character_leads_back_to_its_bytes(text: str, encoding: str, charset: str) -> None:
    from quopri import encodestring

    octets = text.encode(charset, "replace")
    body = encodestring(octets) if encoding == "quoted-printable" else octets
    part = decode_part("mail.eml", body, encoding, charset)
    offsets = part.raw_offsets()
    assert part.text == octets.decode(charset)
    assert offsets is not None
    assert offsets[-1] == len(body)
    spans = zip(offsets, offsets[1:], strict=False)
    assert [octets_of(body[start:end], encoding).decode(charset) for start, end in spans] == list(part.text)


@given(TEXTS)
def test_every_span_of_a_part_is_its_text(text: str) -> None:
    mail = message(text=text + "\nBusiness Lunch\n")
    data = mail.as_bytes()
    found = document(data)
    body = found.segments[-1]
    start, end = body.source_span(len(body.text) - 5, len(body.text))
    assert found.texts[body.part][start:end] == "Lunch"
    part = next(part for part in parts(data) if part.place == body.part)
    decoded = decode_part(
        "mail.eml", data[part.start : part.end], part.headers.encoding, part.headers.parameter("charset")
    )
    assert decoded.text == found.texts[body.part]
