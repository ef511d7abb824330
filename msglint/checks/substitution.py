"""Say X, not Y: words that other words replace (Vale's `substitution`)."""

from collections.abc import Iterator, Mapping

from msglint.checks import Case
from msglint.model.judgement import Finding, Rule
from msglint.model.scale import Certainty
from msglint.rulebook.options import Option
from msglint.rulebook.patterns import replacement_of, word_pattern
from msglint.rulebook.search import EXCEPTIONS, IGNORECASE, NONWORD, SCOPE_OPTION, Hit, hits, words_of

SCOPE = "document"
FIELDS = ("suggestion",)
OPTIONS = {
    "swap": Option("swap", "what is said wrongly (a pattern): what to say; | between several ways", required=True),
    "capitalize": Option("flag", "true: the suggestion begins with a capital where the words do", default=True),
    "exceptions": EXCEPTIONS,
    "ignorecase": IGNORECASE,
    "nonword": NONWORD,
    "scope": SCOPE_OPTION,
}


def judge(case: Case, rule: Rule) -> Iterator[Finding]:
    """One finding for every occurrence that is not itself one of the ways to say it.

    Where there are several ways nothing single is suggested. The rule's `fix` says whether `--fix` puts it in; a rule
    without one has it put in by `--unsafe-fixes`, since words around it may have to change too.
    """
    for hit in hits(case.document, rule, words_of(rule, "swap")):
        ways = _ways(rule, hit)
        if " ".join(hit.match[0].split()) not in ways:
            yield case.finding_at(
                rule, hit.segment, hit.start, hit.end, certainty=Certainty.CERTAIN,
                suggestion=ways[0] if len(ways) == 1 else None,
                fix=None if rule.fix == "none" else rule.fix or "unsafe",
                values={"suggestion": "” or “".join(ways)},
            )  # fmt: skip


def _ways(rule: Rule, hit: Hit) -> list[str]:
    """What may be said in the place of a hit: the first of the rule's patterns that matches there tells."""
    swap = rule.options["swap"]
    assert isinstance(swap, Mapping)  # as OPTIONS has it
    ignorecase, nonword = bool(rule.options.get("ignorecase")), bool(rule.options.get("nonword"))
    for pattern, replacement in swap.items():
        match = word_pattern((pattern,), ignorecase, nonword).match(hit.match.string, hit.match.start())
        if match:
            return [_in_case(rule, replacement_of(way.strip(), match), match[0]) for way in replacement.split("|")]
    return []


def _in_case(rule: Rule, way: str, said: str) -> str:
    """The replacement with the capital of the words said; one with capitals of its own keeps its own."""
    if rule.options.get("capitalize", True) and way.islower() and said[:1].isupper():
        shouted = said.isupper() and len(said) > 1
        return way.upper() if shouted else way[:1].upper() + way[1:]
    return way
