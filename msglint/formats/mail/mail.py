"""A mail's parts -> what a reader hands on; shared by all formats that mails are kept in."""

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from msglint.errors import ReadError
from msglint.formats import placeholders
from msglint.formats.mail import bodies as mail_bodies
from msglint.formats.mail.mime import Part
from msglint.formats.mail.transfer import decode_part, octets_of
from msglint.formats.pieces import SegmentWriter
from msglint.model.document import Document, Role, Segment

Attach = Callable[[str, bytes], Document | None]
"""Reads an attachment by its file name and octets: `readers.read_attached` of the mail."""


class Mail(Struct):
    """Collects what is read. `lined`: whether its parts are shown with lines (`Document.texts`)."""

    path: str
    attach: Attach
    lined: bool = True
    segments: list[Segment] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    metadata: dict[str, str] = field(default_factory=dict)
    unchecked: list[str] = field(default_factory=list)

    def document(self, format: str) -> Document:
        return Document(self.path, format, tuple(self.segments), self.texts, self.metadata, tuple(self.unchecked))

    def add(self, data: bytes, parts: Iterable[Part]) -> None:
        """Take in the parts of a message in the file `data`. The Date field is none of the text's: templates are kept
        as mails."""
        for part in parts:
            if part.kind == "problem":
                self.unchecked.append(f"{part.place} {part.problem}")
            elif part.kind == "message":
                self.subject(part.headers.text("subject"), part.place)
            elif part.kind == "attachment":
                name = part.headers.filename or part.place
                self.attachment(name, octets_of(data[part.start : part.end], part.headers.encoding), part.place)
            else:
                self._body(part, data[part.start : part.end])

    def subject(self, text: str, place: str) -> None:
        """Take in a subject."""
        writer = SegmentWriter()
        writer.add(placeholders.masked(text), 0, len(text))
        if segment := writer.finish(Role.SUBJECT, part=place, place=place):
            self._take([segment], text)
            self.metadata.setdefault("title", text)

    def plain(self, text: str, place: str) -> None:
        """Take in a plain body."""
        self._take(list(mail_bodies.plain(text, place)), text)

    def html(self, text: str, place: str) -> None:
        """Take in an HTML body."""
        segments, language = mail_bodies.html(text, place)
        self._take(segments, text)
        if language:
            self.metadata.setdefault("language", language)

    def attachment(self, name: str, data: bytes, place: str) -> bool:
        """Take in an attached file; what no reader knows is passed over, as in a folder. Whether there is a reader."""
        try:
            found = self.attach(name, data)
        except ReadError as error:
            self.unchecked.append(f"{place}: {error.reason}")
            return True
        if found is None:
            return False
        self.segments += [_within(segment, place) for segment in found.segments]
        if self.lined:
            self.texts |= {_joined(place, part, ": "): text for part, text in found.texts.items()}
        self.unchecked += [f"{place}: {reason}" for reason in found.unchecked]
        return True

    def _body(self, part: Part, raw: bytes) -> None:
        headers = part.headers
        try:
            text = decode_part(self.path, raw, headers.encoding, headers.parameter("charset")).text
        except ReadError as error:
            self.unchecked.append(f"{part.place}: {error.reason}")
            return
        (self.plain if headers.kind == "text/plain" else self.html)(text, part.place)

    def _take(self, segments: Sequence[Segment], text: str) -> None:
        self.segments += segments
        if self.lined and segments:
            self.texts[segments[0].part] = text


def _within(segment: Segment, place: str) -> Segment:
    return replace(
        segment,
        part=_joined(place, segment.part, ": "),
        place=_joined(place, segment.place or "", ", "),
        group=f"{place}, {segment.group}" if segment.group else None,
    )


def _joined(place: str, inner: str, by: str) -> str:
    return f"{place}{by}{inner}" if inner else place
