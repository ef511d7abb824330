"""`rules test`, for people: what held and what did not."""

from collections.abc import Sequence
from pathlib import Path

from msglint.cli._output import put, tell
from msglint.engine import judge_text
from msglint.glossary.load import glossary_from_node
from msglint.rulebook.packs import load_packs
from msglint.rulebook.proof import run_examples
from msglint.text.counting import counted


def run(paths: Sequence[str]) -> int:
    """Prove packs and tell what failed. The exit status: 0 all hold, 1 not. Raises ConfigError and GlossaryError."""
    packs = load_packs([Path(path) for path in paths])
    count, failures = run_examples(packs, judge_text, glossary_from_node)
    for failure in failures:
        put(f"{failure}\n")
    rules = sum(len(pack.rules) for pack in packs)
    tell(f"{counted(rules, 'rule')}, {counted(count, 'example')}, {len(failures) or 'none'} failed")
    return 1 if failures else 0
