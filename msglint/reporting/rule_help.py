"""A rule in words for people, taken from its pack."""

from collections.abc import Iterator

from msglint.model.judgement import Example, Rule
from msglint.selection import ALWAYS, OF_GLOSSARY

ENOUGH = 6
"""Examples of each kind: the first ones of a pack are the plainest."""

_MAY_BE_EMPTY = ("since", "until", "why", "agreed", "ask", "owner")
"""Fields of messages that say nothing where the glossary says nothing."""


def sample_message(rule: Rule) -> str:
    """The rule's message as its first wrong example would get it; what only a glossary can tell is left open."""
    first = rule.invalid[0] if rule.invalid else Example("")
    named = {"said": first.says, "preferred": first.suggests, "suggestion": first.suggests}
    return rule.message.format_map(_Told({field: value for field, value in named.items() if value}))


class _Told(dict[str, str]):
    def __missing__(self, field: str) -> str:
        return "" if field in _MAY_BE_EMPTY else "…"


def silencing(rule: Rule) -> str | None:
    """How a finding of the rule is silenced; None for what is to be mended in the glossary."""
    if rule.code.startswith(ALWAYS):  # there is no place for a comment in what cannot be read
        return f"Leave it out for files: per_file_ignores in msglint.yaml, with {rule.code}"
    if rule.code.startswith(OF_GLOSSARY):
        return None
    return f"Silence one place by a comment: msglint: ignore[{rule.code}] reason"


def help_text(rule: Rule) -> str:
    """The rule explained in plain text: what it says, why, an example of each kind, how to silence it."""
    return "\n\n".join(_paragraphs(rule, "{}:\n{}", "{}"))


def help_markdown(rule: Rule) -> str:
    """As help_text, in Markdown."""
    return "\n\n".join(_paragraphs(rule, "**{}**\n\n{}", "```\n{}\n```"))


def _paragraphs(rule: Rule, titled: str, quoted: str) -> Iterator[str]:
    yield titled.format("What", sample_message(rule))
    yield titled.format("Why", " ".join(rule.why.split()))
    for title, examples in (("Wrong", rule.invalid), ("Right", rule.valid)):
        plain = (example.text.strip("\n") for example in examples if "```" not in example.text)
        if shown := next(plain, None):
            yield titled.format(title, quoted.format(shown))
    if told := silencing(rule):
        yield told
