"""Correct texts against a small glossary, in memory."""

from datetime import date
from functools import cache
from pathlib import Path

import yaml

from msglint.correction.correct import Correction, correct_file
from msglint.engine import Standard
from msglint.glossary.lexicon import compile_lexicon
from msglint.glossary.load import load_glossary
from msglint.model.judgement import Circumstances
from msglint.rulebook.load import load_rules
from msglint.selection import active_rules
from msglint.sources import SourceFile

HERE = Path(__file__).parent


def cases(name: str) -> list[tuple[str, str, str]]:
    """Format, before and after, from cases/*.yaml."""
    found = yaml.safe_load((HERE / "cases" / f"{name}.yaml").read_text(encoding="utf-8"))
    return [(case["format"], case["before"], case["after"]) for case in found]


@cache
def standard(glossary: str = "names") -> Standard:
    found = load_glossary(HERE / "glossaries" / f"{glossary}.yaml")
    return Standard(found, compile_lexicon(found), active_rules(load_rules()), Circumstances(date(2026, 6, 10)))


def corrected(data: bytes, format: str, *, unsafe: bool = False, glossary: str = "names") -> Correction:
    """What comes of a file of that format; correcting it again must change nothing."""
    held = standard(glossary)
    first = correct_file(SourceFile(f"example.{format}", named=True, data=data), held, unsafe)
    again = correct_file(SourceFile(f"example.{format}", named=True, data=first.data), held, unsafe)
    assert again.data == first.data
    assert not again.mended
    return first


def reasons(correction: Correction) -> list[str]:
    return [reason for _, reason in correction.left]
