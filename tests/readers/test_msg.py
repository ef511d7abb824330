"""Outlook messages: subject, bodies, what is attached and embedded; damage is said, never shown as a traceback."""

import random

import pytest

from msglint.errors import ReadError
from msglint.formats.mail.lzfu import decompressed
from msglint.model.document import Document, Role
from msglint.readers import Source, read
from tests.readers.outlook_files import Tree, attached, compound, message, with_attached

# [MS-OXRTFCP] 3.1.1 and 3.1.2: the examples of the specification.
HELLO = bytes.fromhex(
    "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
)
CROSSING = bytes.fromhex("1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0")


def document(data: bytes) -> Document:
    return read(Source("mail.msg", data))


def told(data: bytes) -> list[tuple[str | None, str]]:
    return [(segment.place, segment.text) for segment in document(data).segments]


def test_subject_and_bodies() -> None:
    data = compound(message(p0037="Your Business Lunch", p1000="Dear team\r\n", p1013=b"<p>Dear <b>team</b></p>"))
    assert told(data) == [
        ("subject", "Your Business Lunch"),
        ("text/plain part", "Dear team"),
        ("text/html part", "Dear team"),
    ]
    assert document(data).segments[0].role is Role.SUBJECT


def test_places_have_no_lines() -> None:
    found = document(compound(message(p0037="Business Lunch")))
    location = found.locate(found.segments[0], 0, 8)
    assert (location.place, location.line, location.column) == ("subject", None, None)


@pytest.mark.parametrize(
    ("code_page", "codec"), [(65001, "utf-8"), (1252, "cp1252"), (28591, "latin-1"), (0, "cp1252"), (99999, "utf-8")]
)
def test_html_is_decoded_by_the_code_page(code_page: int, codec: str) -> None:
    data = compound(message(code_page=code_page, p1013="<p>Büsiness Lunch für alle</p>".encode(codec)))
    if code_page != 99999:  # an unknown one is taken for windows-1252
        assert told(data) == [("text/html part", "Büsiness Lunch für alle")]
    else:
        assert len(told(data)) == 1


def test_text_of_older_outlooks_is_not_unicode() -> None:
    tree = message(code_page=1250)
    tree["__substg1.0_0037001E"] = "Důležitý oběd".encode("cp1250")
    assert told(compound(tree)) == [("subject", "Důležitý oběd")]


def test_attachments_of_a_known_format() -> None:
    data = attached(message(p0037="x"), ("price.md", b"# Prices\n"), ("data.bin", b"\0"), ("flyer.pdf", b"no pdf"))
    assert told(data)[1:] == [("attachment price.md", "Prices")]
    assert document(data).unchecked == (
        "attachment flyer.pdf: this is no PDF, or it is damaged or cut off: export it again",
    )


def test_embedded_messages() -> None:
    inner = with_attached(message(embedded=True, p0037="Older", p1000="Business Lunch"), ("a.md", b"Menu"))
    assert told(attached(message(p0037="New"), ("Older", inner), ("b.md", b"Last"))) == [
        ("subject", "New"),
        ("attachment b.md", "Last"),
        ("attachment Older, subject", "Older"),
        ("attachment Older, text/plain part", "Business Lunch"),
        ("attachment Older, attachment a.md", "Menu"),
    ]


def test_messages_embedded_without_end_are_said() -> None:
    tree: dict[str, bytes | Tree] = message(embedded=True, p0037="core")
    for _ in range(12):
        tree = with_attached(message(embedded=True, p0037="x"), ("m", tree))
    assert "is embedded over 8 deep: save it as a file of its own" in document(compound(tree)).unchecked[0]


@pytest.mark.parametrize(
    ("packed", "rtf"),
    [
        (HELLO, b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"),
        (CROSSING, b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}"),
        (b"\x11\0\0\0\x05\0\0\0MELA\0\0\0\0{\\rtf", b"{\\rtf"),
    ],
)
def test_rich_text_is_unpacked(packed: bytes, rtf: bytes) -> None:
    assert decompressed(packed, 1 << 20) == rtf


def test_rich_text_alone_is_read_or_said() -> None:
    found = document(compound(message(p1009=HELLO)))
    said = [segment.text for segment in found.segments] + list(found.unchecked)
    assert said in (
        ["hello world"],
        ["rich text part: its text is only in Outlook's rich text, which is not read: save the mail as HTML"],
    )


@pytest.mark.parametrize(
    ("packed", "reason"),
    [
        (b"short", "cut off in its header"),
        (HELLO[:4] + b"\xff\xff\xff\xff" + HELLO[8:], "it unpacks to more than 64 MB"),
        (HELLO[:8] + b"Zip!" + HELLO[12:], "it is packed in an unknown way"),
    ],
)
def test_damaged_rich_text_is_said(packed: bytes, reason: str) -> None:
    assert document(compound(message(p1009=packed))).unchecked == (
        f"rich text part: its rich text is damaged ({reason}): save the mail again",
    )


def test_sealed_messages_are_said() -> None:
    found = document(compound(message(p001A="IPM.Note.SMIME", p0037="Hi")))
    assert found.unchecked == ("mail is encrypted or sealed in an envelope: save it decrypted",)


@pytest.mark.parametrize("data", [b"", b"Subject: x\n\ny", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\0" * 4096])
def test_what_is_no_compound_file_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match=r"this Outlook message is damaged or cut off \(.*\): save it as .msg again"):
        document(data)


def test_an_old_word_document_is_no_message() -> None:
    with pytest.raises(ReadError, match="this is no Outlook message: give it the suffix that belongs to it"):
        document(compound({"WordDocument": b"x"}))


def reason(data: bytes) -> str | None:
    """Why it cannot be read; None where it can."""
    try:
        document(data)
    except ReadError as error:
        return error.reason
    return None


def test_damage_never_escapes() -> None:
    inner = message(embedded=True, p0037="Older", p1000="Business Lunch")
    whole = attached(message(p0037="New", p1000="Text", p1009=HELLO), ("Older", inner), ("a.md", b"Menu"))
    choice, reasons = random.Random(11), []
    for _ in range(600):
        broken = bytearray(whole)
        for _ in range(choice.randint(1, 12)):
            broken[choice.randrange(len(broken))] = choice.randrange(256)
        reasons.append(reason(bytes(broken[: choice.choice((len(broken), choice.randrange(len(broken))))])))
    assert None in reasons
    assert all("Outlook message" in said for said in reasons if said)


def test_a_message_of_too_many_parts_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("msglint.formats.mail.outlook._MOST_STORAGES", 2)
    with pytest.raises(ReadError, match="has more than 2 parts: save it without attachments"):
        document(attached(message(p0037="x"), ("a.md", b"a"), ("b.md", b"b"), ("c.md", b"c")))


def test_a_message_without_any_text_is_said() -> None:
    assert document(compound(message())).unchecked == (
        "no text was found in this Outlook message: save it again if it has any",
    )
