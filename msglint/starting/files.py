"""The files a folder needs, from answers: a glossary, settings, the hook's entry, the step in CI."""

from collections.abc import Collection, Mapping
from datetime import timedelta
from functools import cache
import json
import re
from typing import Any

from msglint import __version__, registry
from msglint.starting import addresses
from msglint.starting.answers import Answers

GLOSSARY, SETTINGS, HOOK = "glossary.yaml", "msglint.yaml", ".pre-commit-config.yaml"
GITHUB, GITLAB, GITLAB_INCLUDED = ".github/workflows/msglint.yml", ".gitlab-ci.yml", ".gitlab/msglint.yml"

_PLAIN = re.compile(r"[A-Za-z][\w&'@./+-]*(?: [\w&'@./+-]+)*")
"""Text that YAML reads as text without quotes, whatever its version, unless it is one of _RESERVED."""
_RESERVED = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})


def files_for(answers: Answers, existing: Collection[str] = ()) -> dict[str, str]:
    """What to write, by path relative to the folder; `existing` paths decide where a job of GitLab goes."""
    files = {GLOSSARY: _rendered("glossary.yaml", answers), SETTINGS: _rendered("msglint.yaml", answers)}
    if answers.hook:
        files[HOOK] = "repos:\n" + hook_entry(answers)
    if answers.ci == "github":
        files[GITHUB] = _rendered("github.yml", answers)
    if answers.ci == "gitlab":
        files[GITLAB_INCLUDED if GITLAB in existing else GITLAB] = _rendered("gitlab.yml", answers)
    return files


def hook_entry(answers: Answers) -> str:
    """The item below `repos:` of pre-commit's settings, indented by two."""
    return _rendered("pre-commit.yaml", answers)


def documents_pattern() -> str:
    """A regular expression of the file names that can be read, as pre-commit's `files` has it."""
    readers = registry.names("msglint.readers")
    suffixes = {
        suffix
        for name in readers
        for suffix in (f".{name}", *getattr(registry.load("msglint.readers", name), "SUFFIXES", ()))
    }
    return rf"(?i)\.({'|'.join(sorted(suffix[1:] for suffix in suffixes))})$"


def _rendered(template: str, answers: Answers) -> str:
    text: str = _templates().get_template(f"{template}.jinja").render(
        answers=answers,
        until=answers.since - timedelta(days=1) if answers.since else None,
        version=__version__,
        documents=documents_pattern,
        action=addresses.action(answers.repository),
        component=addresses.component(answers.repository),
        requirement=addresses.requirement(answers.repository),
    )  # fmt: skip
    return text


@cache
def _templates() -> Any:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader(__name__.rpartition(".")[0]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )  # autoescape is for HTML; what stands in YAML goes through `yaml`
    environment.filters["yaml"] = _scalar
    return environment


def _scalar(value: object) -> str:
    """A scalar of YAML: plain where it may be, else in double quotes (JSON strings are YAML)."""
    text = str(value)
    plain = _PLAIN.fullmatch(text) and text.casefold() not in _RESERVED and not text.endswith(":")
    return text if plain else json.dumps(text, ensure_ascii=False)


def outline(files: Mapping[str, str]) -> str:
    """The files as they would be written, one after the other."""
    return "".join(f"# --- {path}\n{text}\n" for path, text in files.items())
