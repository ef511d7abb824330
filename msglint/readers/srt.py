"""SubRip subtitles and transcripts of calls: what is said, with its time code."""

from msglint.errors import ReadError
from msglint.formats import placeholders
from msglint.formats.decoding import decode
from msglint.formats.subtitles import transcript
from msglint.formats.subtitles.cues import cues
from msglint.model.document import Document
from msglint.readers import Source

SUFFIXES = (".srt",)


def read(source: Source) -> Document:
    """Read a transcript. Raises ReadError where its encoding cannot be told or nothing in it has a time code."""
    text = decode(source.path, source.data).text
    found = cues(text)
    if not found and text.strip():
        raise ReadError(source.path, "no cue with a time code like 00:01:05,000 --> 00:01:07,000 was found in it")
    segments = tuple(transcript.segments(placeholders.masked(text), found))
    return Document(source.path, "srt", segments, {"": text})
