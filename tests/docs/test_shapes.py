"""The reference's examples of the glossary's keys are read by msglint, and show every key there is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from msglint.glossary.keys import SHAPES
from msglint.glossary.load import load_glossary
from tests.docs.runner import ROOT

EXAMPLES = yaml.safe_load((ROOT / "docs" / "glossary-shapes.yaml").read_text(encoding="utf-8"))


def test_each_shape_has_its_example() -> None:
    assert list(EXAMPLES) == list(SHAPES)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_example_is_read_and_shows_every_key(shape: str, tmp_path: Path) -> None:
    (tmp_path / "prices").mkdir()
    (tmp_path / "prices" / "tea.yaml").write_text("terms: [Night Tea]", encoding="utf-8")
    (tmp_path / "glossary.yaml").write_text(EXAMPLES[shape], encoding="utf-8")
    load_glossary(tmp_path / "glossary.yaml")
    assert set(SHAPES[shape].keys) - set(_keys(yaml.load(EXAMPLES[shape], yaml.BaseLoader))) == set()


def _keys(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        yield from value
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from _keys(each)
