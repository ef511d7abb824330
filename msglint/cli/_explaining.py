"""A rule as text for people: everything is taken from its pack."""

from collections.abc import Iterable, Iterator, Mapping
import textwrap

import click

from msglint.model.judgement import Example, Rule
from msglint.reporting.rule_help import ENOUGH, sample_message, silencing
from msglint.selection import code_meant, unknown

_WIDTH = 100


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
    yield from textwrap.wrap(f"Says: {sample_message(rule)}", _WIDTH)
    yield ""
    yield from textwrap.wrap(f"Why: {rule.why}", _WIDTH)
    for title, examples in (("Wrong:", rule.invalid), ("Right:", rule.valid)):
        if examples:
            yield from ("", title)
        for example in examples[:ENOUGH]:
            yield from _example(example)
        if len(examples) > ENOUGH:
            yield f"    … and {len(examples) - ENOUGH} more in {rule.pack}"
    yield ""
    if told := silencing(rule):
        yield told
    yield f"Written in {rule.pack}"


def _example(example: Example) -> Iterator[str]:
    day = f"  (as of {example.as_of})" if example.as_of else ""
    yield textwrap.indent(example.text.rstrip("\n"), "    ") + day
    if example.suggests:
        yield f"      “{example.says}” → “{example.suggests}”"
