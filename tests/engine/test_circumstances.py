"""What a document is judged as."""

from datetime import date
from pathlib import Path

import pytest

from msglint.circumstances import circumstances_of
from msglint.config.settings import DocumentKind, Settings
from msglint.ignores import Patterns
from msglint.model.document import Document
from msglint.model.judgement import Circumstances

TODAY = date(2026, 6, 10)
DEFAULTS = Settings()
GIVEN = Circumstances(TODAY)


def judged_as(metadata: dict[str, str], settings: Settings = DEFAULTS, given: Circumstances = GIVEN) -> Circumstances:
    return circumstances_of(Document("a.md", "md", (), metadata=metadata), given, settings)


def test_options_beat_front_matter_and_that_beats_the_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    kind = DocumentKind(Patterns(str(tmp_path), ("*.md",)), {"channel": "a", "audience": "a", "region": "a"})
    found = judged_as(
        {"channel": "b", "audience": "b"}, Settings(documents=(kind,), model="xx"), Circumstances(TODAY, channel="c")
    )
    assert found == Circumstances(TODAY, channel="c", audience="b", region="a", language=None, model="xx")


@pytest.mark.parametrize(
    ("written", "as_of"),
    [
        ("2017-06-06", date(2017, 6, 6)),
        ("2027-06-06", TODAY),  # the day of the run is the earlier one
        ("2017-06-06T08:00:00Z", date(2017, 6, 6)),
        ("2017-13-40", TODAY),
        ("last week", TODAY),
        ("", TODAY),
    ],
)
def test_dated_documents_are_judged_as_on_their_own_day(written: str, as_of: date) -> None:
    assert judged_as({"date": written}).as_of == as_of


def test_dated_documents_may_be_judged_as_of_today() -> None:
    assert judged_as({"date": "2017-06-06"}, Settings(dated_documents="today")).as_of == TODAY
