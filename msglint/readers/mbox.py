"""Mailboxes (RFC 4155): all messages, each as a mail of its own."""

from functools import partial
from itertools import zip_longest

from msglint.errors import ReadError
from msglint.formats.mail.mail import Mail
from msglint.formats.mail.mime import parts
from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import Document
from msglint.readers import Source, read_attached

SUFFIXES = (".mbox", ".mbx")

# A message begins with "From " and goes on with a header; a paragraph that begins so does not.
_FROM = lazy_pattern(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n)|(?<=\r\r))From [^\r\n]*(?:\r\n|\n|\r)(?=>?[!-9;-~]+:)")


def read(source: Source) -> Document:
    """Read a mailbox. Raises ReadError where it is none; what cannot be read of it is in `Document.unchecked`."""
    starts = list(_FROM.finditer(source.data))
    if source.data.strip() and (not starts or source.data[: starts[0].start()].strip()):
        raise ReadError(source.path, "this is no mailbox: it does not begin with a “From ” line; export it again")
    mail = Mail(source.path, partial(read_attached, source))
    for number, (match, after) in enumerate(zip_longest(starts, starts[1:]), 1):
        end = after.start() if after else len(source.data)
        mail.add(source.data, parts(source.data, match.end(), end, f"message {number}, "))
    mail.metadata.clear()  # no message's title or language is that of all
    return mail.document("mbox")
