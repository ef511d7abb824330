"""AUD501: what is meant for an inner circle, another region or another channel, said where it does not belong."""

from collections.abc import Iterator

from msglint.checks import Case
from msglint.matching.scoping import merely_words, misplaced
from msglint.model.judgement import Finding, Rule, Stance, Variation
from msglint.model.scale import Certainty

SCOPE = "document"
FIELDS = ("term", "type", "scope", "here")


def judge(case: Case, rule: Rule) -> Iterator[Finding]:
    """One finding for every name of an entry whose scope leaves the document out."""
    for statement in case.statements:
        if statement.kind != "name":
            continue
        for mention in statement.mentions:
            if mention.entry is None or Variation.IDENTIFIER in mention.variations:
                continue
            where = misplaced(mention.entry, case.circumstances, mention)
            if where is not None and all(
                misplaced(m.entry, case.circumstances, m) for m in statement.mentions if m.entry
            ):
                doubt = statement.stance is Stance.THEIRS or merely_words(mention)
                yield case.finding(
                    rule, mention, certainty=Certainty.POSSIBLE if doubt else mention.certainty,
                    values={"term": mention.entry.preferred.text, "type": mention.entry.type.value, **where},
                )  # fmt: skip
                break
