"""A team's pack with every kind of text rule holds, and its rules can be loaded beside the built-in ones."""

from pathlib import Path

import pytest

from msglint.engine import judge_text
from msglint.glossary.load import glossary_from_node
from msglint.rulebook.load import load_rules
from msglint.rulebook.packs import load_packs
from msglint.rulebook.proof import Trial, failure_of, trials

PACK = Path(__file__).with_name("pack.yaml")
KINDS = {
    "existence", "substitution", "required_with", "occurrence", "consistency", "capitalization", "token_pattern",
}  # fmt: skip


@pytest.mark.parametrize("trial", list(trials(load_packs([PACK]))), ids=str)
def test_an_example_yields_exactly_what_it_says(trial: Trial) -> None:
    assert failure_of(trial, judge_text, glossary_from_node) is None


def test_every_kind_of_text_rule_is_in_the_pack() -> None:
    assert {rule.check for rule in load_rules([PACK]).values() if rule.code.startswith("FIG")} == KINDS
