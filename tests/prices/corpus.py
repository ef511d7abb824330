"""The price statements of eleven made-up companies (cases/*.yaml): what must be found, and what must be left alone."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from msglint.engine import judge_text
from msglint.glossary.load import parse_glossary
from msglint.model.glossary import Glossary
from msglint.model.judgement import Circumstances, Finding, Rule
from msglint.rulebook.load import load_rules

CASES = Path(__file__).parent / "cases"
_ABOUT = ("region", "language", "channel", "audience")


@dataclass(frozen=True)
class Statement:
    """A text, and the finding it must yield; no `rule` means that it is right as it stands.

    `also`: other findings beside that one are right too.
    """

    company: str
    text: str
    as_of: date
    rule: str | None = None
    says: str | None = None
    suggests: str | None = None
    also: bool = False
    format: str = "md"
    about: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.company}: {' '.join(self.text.split())[:70]}"


def statements() -> Iterator[Statement]:
    """All statements of all companies."""
    for path in sorted(CASES.glob("*.yaml")):
        pack = _loaded(path.stem)
        for kind in ("stale", "innocent"):
            for case in pack[kind]:
                about = {key: case[key] for key in _ABOUT if key in case}
                rest = {key: value for key, value in case.items() if key not in _ABOUT}
                yield Statement(path.stem, **{"as_of": pack["as_of"], **rest}, about=about)


@cache
def _loaded(company: str) -> Any:
    return yaml.safe_load((CASES / f"{company}.yaml").read_text(encoding="utf-8"))


@cache
def glossary_of(company: str) -> Glossary:
    """The company's glossary."""
    text = (CASES / f"{company}.yaml").read_text(encoding="utf-8")
    body = text.partition("\nglossary:\n")[2].partition("\nas_of:")[0]
    return parse_glossary("\n".join(line[2:] for line in body.splitlines()), f"{company}.yaml")


@cache
def rules() -> dict[str, Rule]:
    """The price rules, and those of names that a half-applied change stands in for."""
    return {code: rule for code, rule in load_rules().items() if code.startswith(("PRC", "NAM101"))}


def findings(statement: Statement) -> tuple[Finding, ...]:
    """What msglint says of it, at `likely` and above; names alone left out."""
    given = Circumstances(statement.as_of, **statement.about)
    found = judge_text(statement.text, statement.format, glossary_of(statement.company), rules(), given)
    return tuple(finding for finding in found if finding.rule.startswith("PRC"))


def is_found(statement: Statement, found: tuple[Finding, ...]) -> bool:
    """Whether the finding wanted is there: rule, words and suggestion."""
    wanted = (statement.rule, statement.says, statement.suggests)
    return wanted in [(each.rule, each.said, each.suggestion) for each in found]
