"""`msglint init`: questions, files, what to do next."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
import subprocess
import sys
from typing import Any

import click

from msglint.cli._output import put, tell
from msglint.errors import GlossaryError
from msglint.glossary.load import parse_glossary
from msglint.starting.answers import Answers, price_of
from msglint.starting.files import GLOSSARY, files_for, outline
from msglint.starting.writing import put_down, would_be_written


def run(folder: str, options: Mapping[str, Any], ask: bool, only_show: bool) -> None:
    """Ask for what the options leave open, where somebody is there to answer; then write, or only show."""
    where = Path(folder)
    given = {key: value for key, value in options.items() if value is not None}
    _refuse_wrong(given)
    if ask and sys.stdin is not None and sys.stdin.isatty():
        given = _asked(given)
    answers = _answers(where, given)
    _refuse_contradiction(answers)
    if only_show:
        put(outline(would_be_written(where, answers)))
        return
    begun = False
    for written in put_down(where, answers):
        begun |= written.path == GLOSSARY and written.done == "written"
        tell(f"{written.done}: {written.path}")
        if written.todo:
            tell(f"still to do in {written.path}: {written.todo}")
    _next(where, answers, needs_names=begun and not answers.name)


def _refuse_wrong(given: Mapping[str, Any]) -> None:
    if "price" in given:
        try:
            price_of(given["price"])
        except ValueError as error:
            raise click.BadParameter(str(error), param_hint="--price") from None
    if ("old_name" in given or "price" in given or "since" in given) and "name" not in given:
        raise click.UsageError("--old-name, --since and --price go with --name: the name you use now.")


def _refuse_contradiction(answers: Answers) -> None:
    """Whatever was answered must make a glossary that can be read."""
    try:
        parse_glossary(files_for(answers)[GLOSSARY], GLOSSARY)
    except GlossaryError as error:
        raise click.UsageError(f"no glossary can be made of this: {error.problems[0].message}") from None


def _asked(given: dict[str, Any]) -> dict[str, Any]:
    """What the options say and, for the rest, what is answered; Return leaves a question open."""
    said = dict(given)
    _ask(said, "organization", "Your company's own name")
    _ask(said, "name", "A name you use now, of a product say")
    if said.get("name"):
        _ask(said, "old_name", f"What was “{said['name']}” called before (Return, if nothing else)")
        if said.get("old_name"):
            _ask(said, "since", "Since which day is the new name right (2026-03-01; Return, if long ago)", _day)
        _ask(said, "price", "What does it cost (12.50 GBP per person; Return, if there is no one price)", _price)
    _ask(said, "owner", "Whom should people ask about it (an e-mail address)")
    return {key: value for key, value in said.items() if value not in (None, "")}


def _ask(said: dict[str, Any], key: str, question: str, convert: Any = str) -> None:
    if key not in said:
        said[key] = click.prompt(question, default="", show_default=False, value_proc=convert, err=True)


def _day(text: str) -> date | None:
    if not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise click.BadParameter("a day is written year-month-day, as in 2026-03-01.") from None


def _price(text: str) -> str:
    if text.strip():
        try:
            price_of(text.strip())
        except ValueError as error:
            raise click.BadParameter(f"{error}.") from None
    return text.strip()


def _answers(folder: Path, given: Mapping[str, Any]) -> Answers:
    """The answers, with what is not said taken from what lies in the folder."""
    ci = given.get("ci") or _ci_here(folder)
    texts = {key: " ".join(value.split()) if isinstance(value, str) else value for key, value in given.items()}
    return Answers(**{**texts, "hook": given.get("hook", _in_git(folder)), "ci": None if ci == "none" else ci})


def _in_git(folder: Path) -> bool:
    return any((above / ".git").exists() for above in (folder.absolute(), *folder.absolute().parents))


def _ci_here(folder: Path) -> str:
    """Where the folder's repository lives, as far as its files and its remote tell."""
    if (folder / ".gitlab-ci.yml").exists():
        return "gitlab"
    if (folder / ".github").is_dir():
        return "github"
    remote = _remote(folder)
    return next((service for service in ("github", "gitlab") if f"{service}." in remote), "none")


def _remote(folder: Path) -> str:
    try:
        command = ["git", "-C", str(folder), "remote", "get-url", "origin"]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False)
    except OSError:  # no git here
        return ""
    return done.stdout


def _next(folder: Path, answers: Answers, needs_names: bool) -> None:
    where = "" if folder == Path(".") else f"cd {folder.as_posix()}, then "
    if needs_names:
        tell("next: write a name or two into glossary.yaml")
    tell(f"next: {where}run `msglint check .`")
    tell("next: if it finds more than anybody can mend now, `msglint baseline create` keeps it for later")
    if answers.hook:
        tell("next: run `pre-commit install` once, and every commit is checked")
