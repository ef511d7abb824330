"""A rule's proof: a wrong example yields exactly its one finding, a right one nothing from any rule of its pack."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct

from msglint import registry
from msglint.errors import MsglintError
from msglint.model.glossary import Glossary
from msglint.model.judgement import Circumstances, Example, Finding, Rule
from msglint.rulebook.nodes import Node, Notes, compose
from msglint.rulebook.pack import Pack

Judge = Callable[[str, str, Glossary, Mapping[str, Rule], Circumstances], Sequence[Finding]]
"""Text, format, glossary, the rules by code, circumstances -> findings; the engine's work."""
Build = Callable[[Node, str], Glossary]
"""A YAML node and the path it stands in -> the glossary; `msglint.glossary.load.glossary_from_node`."""

GLOSSARY = "glossary"
"""The format of examples that are glossaries themselves, for the checks that judge one."""
_NO_TERMS = b"terms: []"


class Trial(Struct, frozen=True):
    """One example to be tried; `wrong` where a finding is wanted."""

    pack: Pack
    rule: Rule
    example: Example
    wrong: bool

    def __str__(self) -> str:
        return f"{self.pack.path}:{self.example.line} {self.rule.code}"


class Failure(Struct, frozen=True):
    """What a person must mend, at which line of which pack."""

    path: str
    line: int
    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.code} {self.message}"


def run_examples(packs: Sequence[Pack], judge: Judge, build: Build) -> tuple[int, tuple[Failure, ...]]:
    """The number of examples run, and those that fail, in the order of the packs. Raises GlossaryError."""
    failures = [failure for pack in packs for failure in _unproved(pack)]
    count = 0
    for trial in trials(packs):
        count += 1
        message = failure_of(trial, judge, build)
        if message:
            failures.append(Failure(trial.pack.path, trial.example.line, trial.rule.code, message))
    return count, tuple(failures)


def trials(packs: Sequence[Pack]) -> Iterator[Trial]:
    """Every example of every rule."""
    for pack in packs:
        for rule in pack.rules:
            yield from (Trial(pack, rule, example, True) for example in rule.invalid)
            yield from (Trial(pack, rule, example, False) for example in rule.valid)


def failure_of(trial: Trial, judge: Judge, build: Build) -> str | None:
    """What was expected and what came; None where the example holds. Raises GlossaryError for the pack's glossary."""
    try:
        came = _findings(trial, judge, build)
    except MsglintError as error:
        return f"cannot be tried on {_quoted(trial.example.text)}: {error}"
    wanted = [(trial.rule.code, trial.example.says, trial.example.suggests)] if trial.wrong else []
    if [(finding.rule, _folded(finding.said), finding.suggestion) for finding in came] == [
        (code, _folded(says or ""), suggests) for code, says, suggests in wanted
    ]:
        return None
    expected = " and ".join(_shown(*each) for each in wanted) or "nothing"
    found = " and ".join(_shown(finding.rule, finding.said, finding.suggestion) for finding in came) or "nothing"
    return f"on {_quoted(trial.example.text)}: expected {expected}, came {found}"


def _unproved(pack: Pack) -> Iterator[Failure]:
    for rule in pack.rules:
        for kind, examples in (("invalid", rule.invalid), ("valid", rule.valid)):
            if not examples:
                message = f"has no {kind} example; a rule is proved by texts it must find and texts it must leave alone"
                yield Failure(pack.path, rule.line, rule.code, message)


def _findings(trial: Trial, judge: Judge, build: Build) -> Sequence[Finding]:
    example, pack = trial.example, trial.pack
    # A rule that is off by default is tried for itself, and not beside the others.
    rules = {rule.code: rule for rule in pack.rules if rule.enabled or rule is trial.rule}
    circumstances = Circumstances(example.as_of or pack.as_of, **example.circumstances)
    if example.format == GLOSSARY:
        return _glossary_findings(_built(example.text.encode(), pack.path, build), rules, circumstances)
    own = pack.glossary
    glossary = build(own, pack.path) if own is not None else _built(_NO_TERMS, pack.path, build)
    return judge(example.text, example.format, glossary, rules, circumstances)


def _glossary_findings(
    glossary: Glossary, rules: Mapping[str, Rule], circumstances: Circumstances
) -> Sequence[Finding]:
    checks = ((registry.load("msglint.checks", rule.check), rule) for rule in rules.values())
    return [
        finding
        for check, rule in checks
        if check.SCOPE == "glossary"
        for finding in check.judge(glossary, rule, circumstances.as_of)
    ]


def _built(data: bytes, path: str, build: Build) -> Glossary:
    notes = Notes(path)
    node = compose(data, notes)
    if node is None:
        raise MsglintError("; ".join(problem.message for problem in notes.problems))
    return build(node, path)


def _folded(text: str) -> str:
    return " ".join(text.split())


def _shown(code: str, says: str | None, suggests: str | None) -> str:
    return f"{code} “{says}”" + (f" → “{suggests}”" if suggests is not None else " without a suggestion")


def _quoted(text: str) -> str:
    short = _folded(text)
    return f"“{short[:80]}{'…' if len(short) > 80 else ''}”"
