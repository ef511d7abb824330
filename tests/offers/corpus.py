"""What three made-up companies say of their offers.

data/ was written before the code. Each of the others was written after the code had been mended by those before it,
and has mended it since; what they measured the first time, unseen, is the honest figure (FIRST). Their innocents are
chosen to be hard: half of them name an offer that is over or to come.
"""

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

HERE = Path(__file__).parent
SETS = ("data", "held", "fresh", "last", "final")
FIRST = {"held": (0.922, 0.922), "fresh": (0.894, 0.857), "last": (0.917, 0.868), "final": (0.972, 0.833)}
"""Recall and precision of a set before anything was mended by it."""
_ABOUT = ("region", "language", "channel", "audience")
_RULES = ("OFR", "NAM106", "NAM107", "PRC")


@dataclass(frozen=True)
class Saying:
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
        return f"{self.company}: {' '.join(self.text.split())[:80]}"


def sayings(which: str) -> Iterator[Saying]:
    """All sayings of a set, company by company."""
    for path in sorted((HERE / which).glob("*.yaml")):
        pack = _loaded(path)
        for kind in ("wrong", "right"):
            for case in pack[kind]:
                case = {"text": case} if isinstance(case, str) else case
                about = {key: case[key] for key in _ABOUT if key in case}
                rest = {key: value for key, value in case.items() if key not in _ABOUT}
                yield Saying(path.stem, **{"as_of": pack["as_of"], **rest}, about=about)


@cache
def _loaded(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@cache
def glossary_of(company: str) -> Glossary:
    """The company's glossary, the same for both sets."""
    text = (HERE / "data" / f"{company}.yaml").read_text(encoding="utf-8")
    body = text.partition("\nglossary:\n")[2].partition("\nas_of:")[0]
    return parse_glossary("\n".join(line[2:] for line in body.splitlines()), f"{company}.yaml")


@cache
def _rules() -> dict[str, Rule]:
    return {code: rule for code, rule in load_rules().items() if code.startswith(_RULES)}


def findings(saying: Saying) -> tuple[Finding, ...]:
    """What msglint says of it, at `likely` and above: of offers, and of prices and names where an offer is meant."""
    given = Circumstances(saying.as_of, **saying.about)
    return judge_text(saying.text, saying.format, glossary_of(saying.company), _rules(), given)


def is_found(saying: Saying, found: tuple[Finding, ...]) -> bool:
    """Whether the finding wanted is there: rule and words."""
    return (saying.rule, saying.says) in [(each.rule, each.said) for each in found]


def is_mended(saying: Saying, found: tuple[Finding, ...]) -> bool:
    """Whether it is there with its suggestion."""
    wanted = (saying.rule, saying.says, saying.suggests)
    return wanted in [(each.rule, each.said, each.suggestion) for each in found]
