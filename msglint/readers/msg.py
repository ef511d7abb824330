"""Outlook messages: subject, bodies, attachments, embedded messages. Read only."""

from functools import partial

from msgspec.structs import replace

from msglint.errors import ReadError
from msglint.formats.mail import outlook
from msglint.formats.mail.lzfu import decompressed
from msglint.formats.mail.mail import Mail
from msglint.formats.mail.transfer import decode_part
from msglint.model.document import Document
from msglint.readers import Source, read_attached

SUFFIXES = (".msg",)

_DEEPEST = 8  # messages embedded in messages
_MOST_RTF = 64 << 20  # bytes of an unpacked body
_NO_TEXT = "no text was found in this Outlook message: save it again if it has any"
_NO_RTF = "only in Outlook's rich text, which is not read: save the mail as HTML"


def read(source: Source) -> Document:
    """Read an Outlook message. Raises ReadError where it is none or is damaged."""
    mail = Mail(source.path, partial(read_attached, source), lined=False)
    with outlook.opened(source.path, source.data) as message:
        waiting = [(message, "")]
        while waiting:
            found, prefix = waiting.pop()
            waiting += reversed(_message(mail, found, prefix))
    document = mail.document("msg")
    if document.segments or document.unchecked:
        return document
    return replace(document, unchecked=(_NO_TEXT,))


def _message(mail: Mail, message: outlook.Message, prefix: str) -> list[tuple[outlook.Message, str]]:
    """Take in a message; the ones embedded in it, with what their places begin with."""
    mail.subject(message.text(outlook.SUBJECT) or "", f"{prefix}subject")
    if (message.text(outlook.MESSAGE_CLASS) or "").upper() == "IPM.NOTE.SMIME":
        mail.unchecked.append(f"{prefix}mail is encrypted or sealed in an envelope: save it decrypted")
        return []
    _bodies(mail, message, prefix)
    embedded = []
    for number, attachment in enumerate(message.attachments(), 1):
        name = " ".join(attachment.name.split()) or f"{number}"
        place = f"{prefix}attachment {name}"
        if attachment.message and prefix.count("attachment ") >= _DEEPEST:
            mail.unchecked.append(f"{place} is embedded over {_DEEPEST} deep: save it as a file of its own")
        elif attachment.message:
            embedded.append((attachment.message, f"{place}, "))
        elif attachment.data is not None:
            mail.attachment(name, attachment.data, place)
    return embedded


def _bodies(mail: Mail, message: outlook.Message, prefix: str) -> None:
    plain, html = message.text(outlook.BODY), message.html()
    if plain:
        mail.plain(plain, f"{prefix}text/plain part")
    if html:
        place = f"{prefix}text/html part"
        try:
            mail.html(html if isinstance(html, str) else decode_part(mail.path, html[0], charset=html[1]).text, place)
        except ReadError as error:
            mail.unchecked.append(f"{place}: {error.reason}")
    packed = message.binary(outlook.RTF)
    if packed and not plain and not html:
        _rich_text(mail, packed, f"{prefix}rich text part")


def _rich_text(mail: Mail, packed: bytes, place: str) -> None:
    try:
        if not mail.attachment("body.rtf", decompressed(packed, _MOST_RTF), place):
            mail.unchecked.append(f"{place}: its text is {_NO_RTF}")
    except ValueError as error:
        mail.unchecked.append(f"{place}: its rich text is damaged ({error}): save the mail again")
