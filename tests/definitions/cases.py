"""Texts of made-up companies that state definitions and facts, name what is out of scope, or lack boilerplate.

A file is YAML: `about`, `glossary`, `as_of`, `wrong` of {text, rule, says, suggests, format, audience, region, channel}
and `innocents` of text or the same without rule. `data` is what the code was tuned on;
`held` was written later, and its figures at first sight stand in its files.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import yaml

from msglint.engine import judge_text
from msglint.glossary.load import parse_glossary
from msglint.model.glossary import Glossary
from msglint.model.judgement import Circumstances, Finding, Rule
from msglint.rulebook.load import load_rules

FOLDER = Path(__file__).parent
RULES = ("DEF401", "DEF403", "AUD501", "CLM602")
FAMILIES = ("DEF", "AUD501", "CLM602")
_PLACES = ("audience", "region", "channel")
_UNJUDGED = "—"


@dataclass(frozen=True)
class Outcome:
    """What came of one text: `hits` are findings of the wanted rule at the wanted words, `others` all the rest."""

    company: str
    text: str
    rule: str
    says: str
    suggests: str
    hits: tuple[Finding, ...]
    others: tuple[Finding, ...]

    @property
    def family(self) -> str:
        """Of what it is a case: DEF, AUD501 or CLM602; "" for an innocent, which is a case of all."""
        return "DEF" if self.rule.startswith("DEF") else self.rule


@dataclass(frozen=True)
class Company:
    path: Path

    @cached_property
    def _content(self) -> dict[str, Any]:
        content: dict[str, Any] = yaml.safe_load(self.path.read_text(encoding="utf-8"))
        return content

    @cached_property
    def glossary(self) -> Glossary:
        """The company's own, read as it is written: every scalar is text."""
        written = yaml.load(self.path.read_text(encoding="utf-8"), yaml.BaseLoader)["glossary"]
        return parse_glossary(yaml.safe_dump(written, allow_unicode=True), self.path.name)

    def outcomes(self) -> Iterator[Outcome]:
        """Every text judged; the wrong ones first."""
        for raw in self._content["wrong"]:
            yield self._judge(raw)
        for raw in self._content["innocents"]:
            yield self._judge({"text": raw} if isinstance(raw, str) else raw)

    def _judge(self, raw: Mapping[str, str]) -> Outcome:
        given = Circumstances(self._content["as_of"], **{place: raw[place] for place in _PLACES if place in raw})
        findings = judge_text(raw["text"], raw.get("format", "md"), self.glossary, rules(), given)
        rule, says = raw.get("rule", ""), raw.get("says", "")
        hits = tuple(found for found in findings if found.rule == rule and _overlap(found.said, says))
        others = tuple(found for found in findings if found not in hits)
        return Outcome(self.path.stem, raw["text"], rule, says, raw.get("suggests", _UNJUDGED), hits, others)


def companies(folder: str) -> list[Company]:
    """The companies of a set: "data" or "held"."""
    return [Company(path) for path in sorted((FOLDER / folder).glob("*.yaml"))]


def is_wrong_suggestion(outcome: Outcome) -> bool:
    """Whether a suggestion was wanted and another came."""
    wanted = outcome.suggests
    return wanted != _UNJUDGED and bool(outcome.hits) and all(hit.suggestion != wanted for hit in outcome.hits)


@cache
def rules() -> Mapping[str, Rule]:
    """The rules that this package is about."""
    return {code: rule for code, rule in load_rules().items() if code in RULES}


def _overlap(said: str, says: str) -> bool:
    ours, theirs = " ".join(said.split()).casefold(), " ".join(says.split()).casefold()
    return bool(ours and theirs) and (ours in theirs or theirs in ours)
