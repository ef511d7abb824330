"""From options to the settings in force and the glossary they name; without what only judging documents needs."""

from collections.abc import Sequence
import os
from pathlib import Path

from msgspec.structs import replace

from msglint.config.load import find_upward, load_settings
from msglint.config.settings import Settings
from msglint.errors import ConfigError, Problem
from msglint.model.glossary import Glossary
from msglint.model.scale import Severity
from msglint.text.showing import shown

_NO_GLOSSARY = """\
no glossary: there is no glossary.yaml here or in any folder above, and neither --glossary nor msglint.yaml names one.
Begin with these lines in a file named glossary.yaml, with a name of your own:

  terms:
    - term: Meals for Teams
      superseded: Business Lunch

then run `msglint check` again."""


def settings_of(
    config: str | None,
    glossary: str | None = None,
    rules: Sequence[str] = (),
    fail_on: str | None = None,
    baseline: str | None = None,
) -> Settings:
    """The settings in force: options over the file over defaults. Raises ConfigError."""
    settings = load_settings(Path(config) if config else None)
    origins = dict(settings.origins)
    if glossary:
        settings, origins["glossary"] = replace(settings, glossary=glossary), "--glossary"
    elif not settings.glossary and (found := find_upward("glossary.yaml")):
        settings, origins["glossary"] = replace(settings, glossary=str(found)), "found upward"
    if rules:
        settings, origins["rules"] = replace(settings, rules=(*settings.rules, *rules)), "--rules"
    if fail_on:
        level = None if fail_on == "never" else Severity[fail_on.upper()]
        settings, origins["fail_on"] = replace(settings, fail_on=level), "--fail-on"
    if baseline:
        settings, origins["baseline"] = replace(settings, baseline=os.path.abspath(baseline)), "--baseline"
    return replace(settings, origins=origins)


def glossary_of(settings: Settings) -> Glossary:
    """The glossary that the settings name. Raises ConfigError where they name none, and GlossaryError."""
    from msglint.glossary.load import load_glossary  # not needed where what was made of it is still kept

    return load_glossary(glossary_path(settings))


def glossary_path(settings: Settings) -> Path:
    """Where the glossary is, as people see it. Raises ConfigError, which says how to begin one, where there is none."""
    if not settings.glossary:
        raise ConfigError(Problem("glossary.yaml", _NO_GLOSSARY))
    path, origin = Path(shown(settings.glossary)), settings.origins.get("glossary", "")
    if settings.path and origin.startswith(f"{settings.path}:") and not path.exists():
        cure = "write where it is, seen from the folder of this file, or give --glossary FILE"
        raise ConfigError(Problem(origin, f"there is no glossary at “{path.as_posix()}”: {cure}", key="glossary"))
    return path
