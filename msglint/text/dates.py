"""The day a document bears itself: from its front matter or its file name."""

from datetime import date
from pathlib import PurePosixPath
import re

from msglint.lazy_pattern import lazy_pattern

# "2017-06-06-post.md", "2017_06_06.html": the day stands first, as blogs and archives have it. A day anywhere else in a
# name ("offer-until-2026-12-31.docx") may be any day.
_IN_NAME = lazy_pattern(r"(\d{4})([-_.])(\d{2})\2(\d{2})(?!\d)")
_ISO = lazy_pattern(r"(\d{4}-\d{2}-\d{2})(?:[T ].*)?", re.DOTALL)


def day(text: str) -> str | None:
    """YYYY-MM-DD of an ISO 8601 date or date and time; None for all else."""
    match = _ISO.fullmatch(text.strip())
    return _valid(match[1]) if match else None


def day_in_name(path: str) -> str | None:
    """YYYY-MM-DD where the file's name begins with a date."""
    match = _IN_NAME.match(PurePosixPath(path.replace("\\", "/")).name)
    return _valid(f"{match[1]}-{match[3]}-{match[4]}") if match else None


def _valid(text: str) -> str | None:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return None
