"""What holds for every format: correcting twice is correcting once, and nothing else changes."""

from datetime import date
from pathlib import Path
import re

from hypothesis import given
from hypothesis import strategies as st
import pytest

from msglint import registry
from msglint.correction.correct import correct_file
from msglint.engine import Standard
from msglint.fixers import Fixed
from msglint.glossary.lexicon import compile_lexicon
from msglint.glossary.load import load_glossary
from msglint.model.document import Document, Segment
from msglint.model.judgement import Circumstances, Edit
from msglint.readers import Source, read
from msglint.rulebook.load import load_rules
from msglint.selection import active_rules
from msglint.sources import SourceFile
from tests.fixers.mending import corrected

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(path for path in (ROOT / "examples").rglob("*") if path.is_file())


@pytest.fixture(scope="module")
def company() -> Standard:
    glossary = load_glossary(ROOT / "glossary.yaml")
    return Standard(glossary, compile_lexicon(glossary), active_rules(load_rules()), Circumstances(date(2026, 6, 10)))


@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_the_example_company_corrected_twice_is_corrected_once(path: Path, unsafe: bool, company: Standard) -> None:
    name = path.relative_to(ROOT / "examples").as_posix()
    first = correct_file(SourceFile(name, named=True, data=path.read_bytes()), company, unsafe)
    again = correct_file(SourceFile(name, named=True, data=first.data), company, unsafe)
    assert first.left == ()
    assert again.data == first.data
    assert not [found for found in again.verdict.findings if found.fix == "safe"]


@pytest.mark.parametrize("format", registry.names("msglint.fixers"))
def test_what_no_edit_touches_stays(format: str) -> None:
    fix = registry.load("msglint.fixers", format).fix
    assert fix(b"Business Lunch", Document(f"x.{format}", format, ()), []) == Fixed(b"Business Lunch")


@pytest.mark.parametrize("format", registry.names("msglint.fixers"))
def test_what_is_no_such_file_is_refused_and_stays(format: str) -> None:
    segment = Segment("Business Lunch")
    edit = Edit(segment, 0, 14, "Meals for Teams")
    fix = registry.load("msglint.fixers", format).fix
    for data in (b"\xff\xfe\x00Business", b"PK\x03\x04 cut off", b""):
        fixed = fix(data, Document(f"x.{format}", format, (segment,)), [edit])
        assert fixed.data == data
        assert list(fixed.refused) == [0]


NAMES = {
    "Business Lunch": "Meals for Teams",
    "Vitamin Boxes": "Office Fruit Crates",
    "BUSINESS LUNCH": "MEALS FOR TEAMS",
}
FRAMES = {
    "html": ["<p>{}</p>\n", "<b>{}</b> or\n", '<img alt="{}">\n', "<li>{}&nbsp;&amp; x</li>\r\n", "<code>{}</code>\n"],
    "md": ["{}\n\n", "- a *{}* here\n", "`{}` and {{{{ {} }}}}\n\n", "| {} | 2 |\n", "<!-- {} -->\n\n", "é ~~{}~~\n\n"],
    "csv": ['"{}",3\n', "{};x\r\n", '"a ""{}"" b",\n'],
    "yaml": ["- {}\n", "- 'it''s {}'\n", '- "\\u00e9 {}"\n', "- >\n  {}\n  and\n", "# {}\n"],
    "txt": ["{}\n", "> {}\n", "* {} &amp; http://x.example/{}\r\n\r\n"],
}


@pytest.mark.parametrize("format", FRAMES)
@given(data=st.data())
def test_only_names_change(format: str, data: st.DataObject) -> None:
    frames = data.draw(st.lists(st.sampled_from(FRAMES[format]), min_size=1, max_size=8))
    names = data.draw(st.lists(st.sampled_from([*NAMES, "word"]), min_size=8, max_size=8))
    filled = (frame.replace("{}", name) for frame, name in zip(frames, names, strict=False))
    text = "".join(one.replace("{{", "{").replace("}}", "}") for one in filled)
    result = corrected(text.encode(), format)
    new = result.data.decode()
    mended = iter(result.mended)
    old_names, new_names = (re.compile("|".join(map(re.escape, found))) for found in (NAMES, [*NAMES.values(), *NAMES]))
    assert old_names.split(text) == new_names.split(new)
    changed = [
        (old, now) for old, now in zip(old_names.findall(text), new_names.findall(new), strict=True) if old != now
    ]
    assert all(now == NAMES[old] for old, now in changed)
    assert len(changed) == len(list(mended))
    assert not [found for found in result.verdict.findings if found.rule == "NAM101"]
    assert read(Source(f"x.{format}", result.data)).texts == {"": new}
