"""From `--since` and `--until` to the versions of the glossary they mean."""

from datetime import date
from pathlib import Path

import click

from msglint.cli._settings import glossary_of, glossary_path
from msglint.config.settings import Settings
from msglint.digest.changes import Changes, took_effect, written
from msglint.digest.history import History
from msglint.errors import MsglintError
from msglint.glossary import in_words
from msglint.model.glossary import Glossary


def changes_of(settings: Settings, since: str, until: str | None) -> Changes:
    """What changed between two days or two revisions. Raises ConfigError, GlossaryError and click.BadParameter."""
    first, last = _as_day(since), _as_day(until) if until else None
    if first is None:
        if last is not None:
            raise click.BadParameter(_BOTH.format(since=since), param_hint="--until")
        return _between_revisions(settings, since, until)
    if until and last is None:
        raise click.BadParameter(f"“{until}” is no day, while --since is one.", param_hint="--until")
    if last is not None and last < first:
        raise click.BadParameter(f"{until} comes before {since}.", param_hint="--until")
    return _between_days(settings, first, last)


_BOTH = "--since names the revision “{since}”; --until then names one too, and no day."


def _as_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None


def _between_days(settings: Settings, first: date, last: date | None) -> Changes:
    """By the glossary's own dates and, where there are any, by its versions before the first and on the last day."""
    now, end = glossary_of(settings), last or date.today()
    told = took_effect(now, first, end)
    spoken = in_words.day(first), in_words.day(last) if last else ""
    history = History.of(glossary_path(settings))
    if history is None:
        return Changes(*spoken, told, ())
    try:
        before = _at(history, history.last_before(first), spoken[0])
        after = now if end >= date.today() else _at(history, history.last_on(end), spoken[1])
    except MsglintError as error:  # the dates are there all the same
        return Changes(*spoken, told, (), f"What was written is not known: {error}")
    if before is None:
        return Changes(*spoken, told, (), f"What was written is not known: git has no version from before {spoken[0]}.")
    return Changes(*spoken, told, written(before, after or now, told))


def _between_revisions(settings: Settings, since: str, until: str | None) -> Changes:
    history = History.of(glossary_path(settings))
    if history is None:
        said = f"“{since}” is no day (2026-05-01), and {glossary_path(settings).as_posix()} is in no git repository."
        raise click.BadParameter(said, param_hint="--since")
    before = _version(history, since, "--since", glossary_path(settings))
    after = _version(history, until, "--until", glossary_path(settings)) if until else glossary_of(settings)
    return Changes(since, until or "", (), written(before, after))


def _version(history: History, revision: str, option: str, file: Path) -> Glossary:
    commit = history.commit(revision)
    if commit is None:
        said = f"“{revision}” is neither a day (2026-05-01) nor a revision that git knows here."
        raise click.BadParameter(said, param_hint=option)
    found = history.glossary(commit, revision)
    if found is None:
        raise click.BadParameter(f"there was no {file.as_posix()} at “{revision}”.", param_hint=option)
    return found


def _at(history: History, commit: str | None, called: str) -> Glossary | None:
    return history.glossary(commit, called) if commit else None
