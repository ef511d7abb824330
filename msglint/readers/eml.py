"""Mails (RFC 5322): subject, plain and HTML parts, attachments of a known format, mails attached to mails."""

from functools import partial

from msglint.errors import ReadError
from msglint.formats.mail.headers import Headers
from msglint.formats.mail.mail import Mail
from msglint.formats.mail.mime import parts
from msglint.model.document import Document
from msglint.readers import Source, read_attached

SUFFIXES = (".eml",)

# One of these there is in every mail and draft of one; RFC 5322, 3.6.
_TELLING = {"from", "to", "subject", "date", "content-type", "mime-version", "message-id", "received", "return-path"}


def read(source: Source) -> Document:
    """Read a mail. Raises ReadError where it is none; a part that cannot be read is in `Document.unchecked`."""
    start = 3 if source.data.startswith(b"\xef\xbb\xbf") else 0
    headers = Headers.read(source.data, start, len(source.data))
    if source.data.strip() and _TELLING.isdisjoint(headers.fields):
        raise ReadError(source.path, "this is no mail: it begins with no header (Subject:, From:); save it again")
    mail = Mail(source.path, partial(read_attached, source))
    mail.add(source.data, parts(source.data, start))
    return mail.document("eml")
