"""PDFs made for tests: by fpdf2 where it is about text, by hand where it is about damage."""

import zlib

from fpdf import FPDF


def new() -> FPDF:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    return pdf


def put(pdf: FPDF, text: str, x: float, y: float, size: float = 11) -> None:
    """Write text with its baseline at (x, y) millimetres from the upper left."""
    pdf.set_font_size(size)
    pdf.text(x, y, text)


def data(pdf: FPDF) -> bytes:
    return bytes(pdf.output())


def of_objects(*objects: bytes) -> bytes:
    """A PDF of those objects, numbered from 1; the first is its catalogue."""
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))
    return out + head + table + tail


def of_content(content: bytes, extra: bytes = b"") -> bytes:
    """A PDF of one page that paints the (uncompressed) content stream, in Helvetica as /F1."""
    return of_objects(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), extra, content),
    )


def bomb(size: int) -> bytes:
    """A page whose content stream unpacks to `size` bytes, packed twice."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(1 << 20)) for _ in range(size >> 20)) + packer.flush()
    return of_content(zlib.compress(packed, 9), b"/Filter [/FlateDecode /FlateDecode]")


def page_loop() -> bytes:
    """A page tree that contains itself."""
    return of_objects(
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 /Parent 2 0 R >>"
    )
