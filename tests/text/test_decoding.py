import codecs

import pytest

from msglint.errors import ReadError
from msglint.formats.decoding import Decoded, decode

TEXT = "Our Business Lunch – “fresh” from the café – costs €49.\r\nIt’s good."
RUSSIAN = "Бизнес-ланч для команды стоит дешевле каждый день"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_byte_order_mark_tells(encoding: str) -> None:
    mark = "\ufeff".encode(encoding)
    assert decode("a.txt", mark + TEXT.encode(encoding)) == Decoded(TEXT, encoding, mark)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(TEXT, "utf-8"), (TEXT, "utf-16-le"), (TEXT, "utf-16-be"), (TEXT, "cp1252"), (RUSSIAN, "cp1251"), ("", "utf-8")],
)
def test_encodings_told_without_a_mark(text: str, encoding: str) -> None:
    assert decode("a.txt", text.encode(encoding)) == Decoded(text, encoding)


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="koi8-r">', "koi8-r"),
        ("<meta http-equiv='Content-Type' content='text/html; charset=koi8-r'>", "koi8-r"),
        ("# -*- coding: koi8-r -*-\n", "koi8-r"),
        ("# vim: set fileencoding=shift_jis\nビジネスランチ ", "shift_jis"),
        ('<?xml version="1.0" encoding="iso-8859-1"?>é', "cp1252"),
    ],
)
def test_a_declaration_tells(head: str, encoding: str) -> None:
    text = head + (RUSSIAN if encoding == "koi8-r" else "")
    assert decode("a.html", text.encode(encoding)) == Decoded(text, codecs.lookup(encoding).name)


def test_utf8_beats_a_wrong_declaration() -> None:
    text = '<meta charset="koi8-r">' + TEXT
    assert decode("a.html", text.encode()).text == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (RUSSIAN.encode("koi8-r"), "cannot be told for certain: save it as UTF-8"),
        ("We don’t sell café “Business Lunch”".encode("mac_roman"), "save it as UTF-8"),
        (b"\x00\x01\x02" * 40, "binary data"),
        (b"Business Lunch\x00", "binary data"),
        (bytes(range(1, 32)) * 9, "binary data"),
        (b"PK\x03\x04rest", "zip archive"),
        (b"%PDF-1.7", "a PDF"),
        (b"\xff\xfeB\x00\x00\xd8x\x00", "not valid UTF-16-LE at byte"),
    ],
)
def test_never_a_silent_guess(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        decode("a.txt", data)
