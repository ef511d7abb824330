"""What a document is judged as: options beat what it says of itself, that beats what the settings say of its path."""

from datetime import date
import os

from msgspec.structs import replace

from msglint.config.settings import Settings
from msglint.model.document import Document
from msglint.model.judgement import Circumstances
from msglint.text import dates

_ABOUT = ("audience", "channel", "region", "language")


def circumstances_of(document: Document, given: Circumstances, settings: Settings) -> Circumstances:
    """The circumstances of one document. `given` holds for every file of the run: the day, and what options say."""
    known = settings.said_of(os.path.abspath(document.path)) if settings.documents else {}
    known.update({key: document.metadata[key] for key in _ABOUT if document.metadata.get(key)})
    known.update({key: value for key in _ABOUT if (value := getattr(given, key))})
    as_of = given.as_of
    if settings.dated_documents == "own-date":
        as_of = min(as_of, own_date(document) or as_of)
    return replace(given, as_of=as_of, model=given.model or settings.model, **known)


def remarks(document: Document) -> tuple[str, ...]:
    """What a document says to msglint that means nothing, each as "path:line: what is wrong"."""
    return tuple(f"{document.path}:{slip}" for slip in document.metadata.get("slips", "").splitlines())


def own_date(document: Document) -> date | None:
    """The day a document bears: in its front matter or its file's name, as the reader found it."""
    day = dates.day(document.metadata.get("date", ""))
    return date.fromisoformat(day) if day else None
