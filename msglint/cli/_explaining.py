"""A rule as text for people: everything is taken from its pack."""

from collections.abc import Iterable, Iterator, Mapping
import textwrap

import click

from msglint.cli._summary import OF_GLOSSARY
from msglint.model.judgement import Example, Rule
from msglint.selection import ALWAYS, code_meant, unknown

_WIDTH = 100
_MAY_BE_EMPTY = ("since", "until", "why", "agreed", "ask", "owner")
"""Fields of messages that say nothing where the glossary says nothing."""

_ENOUGH = 6
"""Examples of each kind: the first ones of a pack are the plainest."""


def explanation(code: str, rules: Mapping[str, Rule]) -> str:
    """The rule of that code or name, or the rules of that prefix. Raises click.BadParameter where there is none."""
    names = {rule.name: rule.code for rule in rules.values()}
    for problem in unknown([code], rules, names):
        raise click.BadParameter(problem)
    meant = code_meant(code, names)
    if meant in rules:
        return "\n".join(_lines(rules[meant])) + "\n"
    return listed(rule for rule in rules.values() if rule.code.startswith(meant))


def listed(rules: Iterable[Rule]) -> str:
    """A line a rule, by code: code, severity, name."""
    return "".join(
        f"{rule.code}  {rule.severity!s:7}  {rule.name}{'' if rule.enabled else '  (off by default)'}\n"
        for rule in sorted(rules, key=lambda rule: rule.code)
    )


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
    yield ""
    if rule.code.startswith(ALWAYS):  # there is no place for a comment in what cannot be read
        yield f"Leave it out for files: per_file_ignores in msglint.yaml, with {rule.code}"
    elif not rule.code.startswith(OF_GLOSSARY):
        yield f"Silence one place by a comment: msglint: ignore[{rule.code}] reason"
    yield f"Written in {rule.pack}"


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
