"""Which rules are active: codes and prefixes, chosen and left out."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec.structs import replace

from msglint.model.judgement import Rule
from msglint.model.scale import Severity

ALWAYS = "READ"
"""These run whatever is selected, unless ignored: what could not be read must not look as if it were right."""

OF_GLOSSARY = "GLO"
"""Begins the codes of rules that judge the glossary and what exempts from it: mended there, not silenced."""

IDLE = "GLO804"
"""What exempts from a rule and is needed by nothing: a comment, or an exception of the glossary."""

_LONGEST = 60
"""Characters of a slip that a code or name is looked for; twice the longest name."""


def covers(patterns: Iterable[str], code: str) -> bool:
    """Whether one of the codes or prefixes ("NAM", "PRC2") means this code."""
    return any(code.startswith(pattern) for pattern in patterns)


def active_rules(
    rules: Mapping[str, Rule],
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    severity: Mapping[str, Severity] | None = None,
) -> dict[str, Rule]:
    """The rules that run, by code, with the severities asked for.

    Nothing selected means every rule that is on by default; a rule that is off runs only when its full code is
    selected or given a severity. Where a rule is both selected and ignored the longer pattern decides, as in ruff;
    ignoring wins a draw.
    """
    chosen = {}
    for code, rule in sorted(rules.items()):
        on = _longest((*select, ALWAYS), code) if select else 0
        if not rule.enabled and code not in select and code not in (severity or {}):
            continue
        if _longest(ignore, code) < on:
            chosen[code] = _with_severity(rule, severity or {})
    return chosen


def _longest(patterns: Iterable[str], code: str) -> int:
    """The length of the longest pattern that means this code, -1 where none does."""
    return max((len(pattern) for pattern in patterns if code.startswith(pattern)), default=-1)


def _with_severity(rule: Rule, severity: Mapping[str, Severity]) -> Rule:
    meant = [pattern for pattern in severity if rule.code.startswith(pattern)]
    return replace(rule, severity=severity[max(meant, key=len)]) if meant else rule


def code_meant(written: str, names: Mapping[str, str]) -> str:
    """The code or prefix somebody means, in capitals; `names` has the code of each rule by its name."""
    return names.get(written.lower(), written.upper())


def unknown(patterns: Iterable[str], codes: Collection[str], names: Mapping[str, str] | None = None) -> list[str]:
    """A sentence on each pattern that means no rule, with the nearest code; `names`, where names are allowed too."""
    kinds = "code or prefix" if names is None else "code, prefix or name"
    said = []
    for pattern in patterns:
        meant = pattern if names is None else code_meant(pattern, names)
        if not any(code.startswith(meant) for code in codes):
            near = _nearest(pattern, codes, names or {})
            hint = f"; did you mean {near}?" if near else ""
            said.append(f"no rule has the {kinds} “{pattern}”{hint} (`msglint rules list` shows all)")
    return said


def _nearest(pattern: str, codes: Collection[str], names: Mapping[str, str]) -> str | None:
    if len(pattern) > _LONGEST:
        return None
    import difflib

    asked = pattern.casefold()
    known = {known.casefold(): known for known in (*codes, *names)}
    near = difflib.get_close_matches(asked, known, 1, cutoff=0.5)
    return known[near[0]] if near else None
