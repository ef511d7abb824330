"""Hard lists: texts of made-up companies that must be found, and texts that must stay quiet.

A list is a YAML file: `about`, `glossary` (as in glossary.yaml), `as_of`, `variants` of {text, says, rule, suggests,
format} and `innocents` of text or {text, format}. Formats are readers' names, md where none is given. `suggests` that
is left out is not judged; null asks for none.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
import re
from typing import Any
import unicodedata

import yaml

from msglint.engine import judge_text
from msglint.glossary.load import parse_glossary
from msglint.model.glossary import Glossary
from msglint.model.judgement import Circumstances, Finding, Rule
from msglint.rulebook.load import load_rules
from msglint.selection import active_rules

LISTS = Path(__file__).parent / "hard"
_INVISIBLE = str.maketrans("", "", "\u00ad\u200b")
_POSSESSIVE = re.compile(r"['’]s?$")
_UNJUDGED = "—"


@dataclass(frozen=True)
class Item:
    """One text of a list; `says` is "" for an innocent one."""

    text: str
    format: str
    says: str = ""
    rule: str = ""
    suggests: str | None = _UNJUDGED


@dataclass(frozen=True)
class Outcome:
    """What the engine made of an item: `hits` overlap the words that must be found, `others` do not."""

    item: Item
    hits: tuple[Finding, ...]
    others: tuple[Finding, ...]

    @property
    def rule_agrees(self) -> bool:
        return any(hit.rule == self.item.rule for hit in self.hits)

    @property
    def suggestion_judged(self) -> bool:
        return bool(self.hits) and self.item.suggests != _UNJUDGED

    @property
    def suggestion_agrees(self) -> bool:
        """Whether it is the one wanted; a possessive counts neither way, since `said` may or may not hold its ’s."""
        return any(_bare(hit.suggestion) == _bare(self.item.suggests) for hit in self.hits)


@dataclass(frozen=True)
class HardList:
    """One file's companies, judged by every active rule; only names are looked at."""

    path: Path

    @cached_property
    def _content(self) -> dict[str, Any]:
        content: dict[str, Any] = yaml.safe_load(self.path.read_text(encoding="utf-8"))
        return content

    @cached_property
    def glossary(self) -> Glossary:
        """The list's own, read as it is written: every scalar is text."""
        written = yaml.load(self.path.read_text(encoding="utf-8"), yaml.BaseLoader)["glossary"]
        return parse_glossary(yaml.safe_dump(written, allow_unicode=True), self.path.name)

    def variants(self) -> Iterator[Outcome]:
        for raw in self._content["variants"]:
            item = Item(raw["text"], raw.get("format", "md"), raw["says"], raw["rule"], raw.get("suggests", _UNJUDGED))
            yield self._judge(item)

    def innocents(self) -> Iterator[Outcome]:
        for raw in self._content["innocents"]:
            fields = {"text": raw} if isinstance(raw, str) else raw
            yield self._judge(Item(fields["text"], fields.get("format", "md")))

    def _judge(self, item: Item) -> Outcome:
        given = Circumstances(self._content["as_of"])
        findings = judge_text(item.text, item.format, self.glossary, _rules(), given)
        findings = tuple(found for found in findings if _of_names(found))
        hits = tuple(found for found in findings if _overlap(found.said, item.says))
        return Outcome(item, hits, tuple(found for found in findings if found not in hits))


def hard_lists(paths: list[Path] | None = None) -> list[HardList]:
    """The lists of this package, or those of the given files."""
    return [HardList(path) for path in paths or sorted(LISTS.glob("*.yaml"))]


@cache
def _rules() -> Mapping[str, Rule]:
    return active_rules(load_rules())


def _of_names(finding: Finding) -> bool:
    """NAM108 tells of a whole document, at words that another rule has told of already."""
    return finding.rule.startswith(("NAM", "AUD")) and finding.rule != "NAM108"


def _overlap(said: str, says: str) -> bool:
    """Whether two pieces of one text share words: one holds the other, or they have a run of words in common."""
    ours, theirs = _folded(said), _folded(says)
    if not ours or not theirs:
        return False
    return ours in theirs or theirs in ours or len(set(ours.split()) & set(theirs.split())) > 1


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).translate(_INVISIBLE).casefold().split())


def _bare(suggestion: str | None) -> str | None:
    return suggestion and _POSSESSIVE.sub("", _folded(suggestion) if suggestion.isupper() else suggestion)
