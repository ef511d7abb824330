"""Office documents of a few lines, and what is in them."""

import io
import zipfile

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)


def packed(members: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for index, (name, content) in enumerate(members.items()):
            info = zipfile.ZipInfo(name, (2020, 1, 1 + index, 2, 4, 6))
            info.compress_type = zipfile.ZIP_STORED if index % 2 else zipfile.ZIP_DEFLATED
            info.comment = f"comment {index}".encode()
            info.external_attr = 0o644 << 16
            archive.writestr(info, content)
        archive.comment = b"the archive's own"
    return out.getvalue()


def docx(body: str, more: dict[str, str | bytes] | None = None) -> bytes:
    """A Word document of these paragraphs (WordprocessingML)."""
    kind = f"{_OFFICE}/officeDocument"
    return packed(
        {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{kind}" Target="word/document.xml"/></Relationships>',
            "word/media/image1.png": bytes(range(256)) * 5,
            "word/document.xml": '<?xml version="1.0" encoding="UTF-8"?>'
            f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>',
            "docProps/custom.bin": b"\x00" * 500,
            **(more or {}),
        }
    )  # fmt: skip


def runs(*texts: str) -> str:
    """A paragraph of these runs, each with a look of its own."""
    styled = (
        f'<w:r><w:rPr><w:sz w:val="{20 + n}"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
        for n, text in enumerate(texts)
    )
    return f"<w:p>{''.join(styled)}</w:p>"


def part(data: bytes, name: str = "word/document.xml") -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return archive.read(name).decode("utf-8")


def untouched(before: bytes, after: bytes, touched: set[str]) -> None:
    """Assert that all members but these are the same, compressed bytes, dates, flags and comments included."""
    with zipfile.ZipFile(io.BytesIO(before)) as old, zipfile.ZipFile(io.BytesIO(after)) as new:
        assert new.testzip() is None
        assert new.comment == old.comment
        assert new.namelist() == old.namelist()
        for one, other in zip(old.infolist(), new.infolist(), strict=True):
            names = ("date_time", "compress_type", "comment", "external_attr", "create_system", "create_version")
            assert [getattr(one, name) for name in names] == [getattr(other, name) for name in names]
            if one.filename not in touched:
                assert (one.CRC, one.flag_bits, one.extra) == (other.CRC, other.flag_bits, other.extra)
                assert _raw(before, one) == _raw(after, other)


def _raw(data: bytes, info: zipfile.ZipInfo) -> bytes:
    return data[info.header_offset : info.header_offset + 30 + len(info.filename) + info.compress_size]
