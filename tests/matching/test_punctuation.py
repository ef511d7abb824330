"""Labels with punctuation inside: written with the very same they are names, and two sentences are none."""

import pytest

from tests.matching.conftest import Find

TERMS = """\
  - {term: Yahoo! Mail Plus, type: product, superseded: "Yahoo! Inbox"}
  - {term: "Salt, Box & Co", type: brand, superseded: "Salt, Box"}
"""


@pytest.mark.parametrize(
    "text",
    [
        "I use Yahoo. Inbox is full.", "Yahoo, inbox and all", "Yahoo! My inbox is full.", "Yahoo – inbox",
        "a salt (box)", "Pass the salt. Box it.", "Yaho. Inbox", "It was Yahoo!", "Inbox! Yahoo",
    ],
)  # fmt: skip
def test_other_punctuation_is_another_sentence(find_names: Find, text: str) -> None:
    assert find_names(TERMS, text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ask for Yahoo! Inbox today.", "Yahoo! Inbox"),
        ("YAHOO!  INBOX", "YAHOO!  INBOX"),
        ("your Yahoo!\nInbox", "Yahoo!\nInbox"),
        ("the Yaho! Inbox", "Yaho! Inbox"),
        ("two Yahoo! Inboxes", "Yahoo! Inboxes"),
        ("from Yahoo! Mail Plus on", "Yahoo! Mail Plus"),
        ("by Salt, Box & Co", "Salt, Box & Co"),
    ],
)
def test_the_same_punctuation_is_the_name(find_names: Find, text: str, found: str) -> None:
    assert [mention.said for mention in find_names(TERMS, text)] == [found]
