"""A rule as text for people: everything is taken from its pack."""

from collections.abc import Iterator, Mapping
import textwrap

import click

from msglint.model.judgement import Example, Rule
from msglint.selection import unknown

_WIDTH = 100
_MAY_BE_EMPTY = ("since", "until", "why", "agreed", "ask", "owner")
"""Fields of messages that say nothing where the glossary says nothing."""

_ENOUGH = 6
"""Examples of each kind: the first ones of a pack are the plainest."""


def explanation(code: str, rules: Mapping[str, Rule]) -> str:
    """The rule of that code or name. Raises click.BadParameter where there is none."""
    by_name = {rule.name: rule for rule in rules.values()}
    rule = rules.get(code.upper()) or by_name.get(code.lower())
    if rule is None:
        raise click.BadParameter(next(iter(unknown([code], rules)), f"“{code}” is the beginning of several codes."))
    return "\n".join(_lines(rule)) + "\n"


def _lines(rule: Rule) -> Iterator[str]:
    yield f"{rule.code} {rule.name} ({rule.severity}{'' if rule.enabled else ', off by default'})"
    yield ""
    yield from textwrap.wrap(f"Says: {_message(rule)}", _WIDTH)
    yield ""
    yield from textwrap.wrap(f"Why: {rule.why}", _WIDTH)
    for title, examples in (("Wrong:", rule.invalid), ("Right:", rule.valid)):
        if examples:
            yield from ("", title)
        for example in examples[:_ENOUGH]:
            yield from _example(example)
        if len(examples) > _ENOUGH:
            yield f"    … and {len(examples) - _ENOUGH} more in {rule.pack}"
    yield from ("", f"Silence one place by a comment: msglint: ignore[{rule.code}] reason", f"Written in {rule.pack}")


def _message(rule: Rule) -> str:
    """The rule's message as its first wrong example would get it; what only a glossary can tell is left open."""
    first = rule.invalid[0] if rule.invalid else Example("")
    named = {"said": first.says, "preferred": first.suggests, "suggestion": first.suggests}
    return rule.message.format_map(_Told({field: value for field, value in named.items() if value}))


class _Told(dict[str, str]):
    def __missing__(self, field: str) -> str:
        return "" if field in _MAY_BE_EMPTY else "…"


def _example(example: Example) -> Iterator[str]:
    day = f"  (as of {example.as_of})" if example.as_of else ""
    yield textwrap.indent(example.text.rstrip("\n"), "    ") + day
    if example.suggests:
        yield f"      “{example.says}” → “{example.suggests}”"
