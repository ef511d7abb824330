"""What the tests of matching share: names found in a text under a small glossary."""

from collections.abc import Callable
from datetime import date

import pytest

from msglint.finders.names import find
from msglint.glossary.lexicon import compile_lexicon
from msglint.glossary.load import parse_glossary
from msglint.model.document import Document, Piece, Segment
from msglint.model.judgement import Circumstances, Mention

Find = Callable[..., list[Mention]]


@pytest.fixture
def find_names() -> Find:
    def run(terms: str, text: str, **circumstances: str) -> list[Mention]:
        lexicon = compile_lexicon(parse_glossary(f"terms:\n{terms}", "glossary.yaml"))
        document = Document("x.txt", "txt", (Segment(text, pieces=(Piece(0, len(text), 0, len(text)),)),), {"": text})
        return list(find(document, lexicon, Circumstances(date(2026, 6, 10), **circumstances)))

    return run
