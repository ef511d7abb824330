"""Every example of every built-in rule holds."""

import pytest

from msglint.engine import judge_text
from msglint.glossary.load import glossary_from_node
from msglint.rulebook.packs import load_packs
from msglint.rulebook.proof import Trial, failure_of, run_examples, trials

PACKS = load_packs()


@pytest.mark.parametrize("trial", list(trials(PACKS)), ids=str)
def test_an_example_yields_exactly_what_it_says(trial: Trial) -> None:
    assert failure_of(trial, judge_text, glossary_from_node) is None


def test_every_rule_is_proved_both_ways() -> None:
    for pack in PACKS:
        for rule in pack.rules:
            assert rule.invalid, f"{rule.code} has no invalid example"
            assert rule.valid, f"{rule.code} has no valid example"


def test_all_examples_of_all_packs_are_run() -> None:
    count, failures = run_examples(PACKS, judge_text, glossary_from_node)
    assert count == sum(len(rule.invalid) + len(rule.valid) for pack in PACKS for rule in pack.rules)
    assert failures == ()
