"""This needs that: where one thing is said another must be said too (Vale's `conditional`)."""

from collections.abc import Iterator, Sequence
import re

from msglint.checks import Case
from msglint.model.judgement import Finding, Rule
from msglint.model.scale import Certainty
from msglint.rulebook.options import Option
from msglint.rulebook.patterns import for_prose
from msglint.rulebook.scopes import Stretch, groups
from msglint.rulebook.search import EXCEPTIONS, IGNORECASE, NONWORD, Hit, hits_in, scope_of, words_of

SCOPE = "document"
FIELDS = ("second",)
OPTIONS = {
    "first": Option("pattern", "what, where it is said, needs the other", required=True),
    "second": Option("pattern", "what must be said too", required=True),
    "exceptions": EXCEPTIONS,
    "ignorecase": IGNORECASE,
    "nonword": NONWORD,
    "scope": Option("scope", "within what: document, text (the same block), sentence, list …", default=("document",)),
}


def judge(case: Case, rule: Rule) -> Iterator[Finding]:
    """One finding a document, block or sentence for each thing that lacks what it needs, where it is first said.

    Where both patterns hold a group, the second must say the same words in it: each acronym needs its own definition.
    """
    linked = all(re.compile(for_prose(words_of(rule, name)[0])).groups for name in ("first", "second"))
    for group in groups(case.document, scope_of(rule)):
        met = {_key(hit, linked) for hit in _hits(group, rule, "second")}
        for hit in _hits(group, rule, "first"):
            key = _key(hit, linked)
            if key not in met:
                met.add(key)
                yield case.finding_at(
                    rule, hit.segment, hit.start, hit.end, certainty=Certainty.CERTAIN,
                    values={"second": words_of(rule, "second")[0]},
                )  # fmt: skip


def _hits(group: Sequence[Stretch], rule: Rule, name: str) -> Iterator[Hit]:
    for stretch in group:
        yield from hits_in(stretch, rule, words_of(rule, name), excepting=name == "first")


def _key(hit: Hit, linked: bool) -> str:
    """What a hit stands for: the words of its group where they tell, else the same for all."""
    return " ".join((hit.match[1] or "").split()).casefold() if linked else ""
