"""From options to what documents are held against: settings, rules, glossary."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
import os
from pathlib import Path

from msglint.cli._cache_folder import cache_folder
from msglint.config.load import find_upward, load_settings
from msglint.config.settings import Settings
from msglint.engine import Standard
from msglint.errors import ConfigError, Problem
from msglint.glossary.lexicon import compile_lexicon
from msglint.glossary.load import load_glossary
from msglint.model.judgement import Circumstances, Rule
from msglint.model.scale import Certainty, Severity
from msglint.rulebook.load import load_rules
from msglint.selection import active_rules, unknown
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


def rules_of(settings: Settings, examples: bool = False, cache_dir: str | None = None) -> dict[str, Rule]:
    """All rules, with their examples where asked for: the built-in packs' and the settings'. Raises ConfigError."""
    return load_rules([Path(shown(path)) for path in settings.rules], cache_folder(cache_dir), examples)


def standard_of(
    settings: Settings,
    as_of: date,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    min_certainty: Certainty = Certainty.LIKELY,
    cache_dir: str | None = None,
    **said: str | None,
) -> Standard:
    """Everything a run judges by; `said` are audience, channel and region. Raises ConfigError and GlossaryError."""
    rules = rules_of(settings, cache_dir=cache_dir)
    _refuse_unknown_codes(settings, rules, select, ignore)
    active = active_rules(rules, select, ignore, settings.severity)
    if not settings.glossary:
        raise ConfigError(Problem("glossary.yaml", _NO_GLOSSARY))
    glossary = load_glossary(Path(shown(settings.glossary)))
    return Standard(
        glossary=glossary,
        lexicon=compile_lexicon(glossary),
        rules=active,
        given=Circumstances(as_of, **said),
        resting=tuple(code for code, rule in rules.items() if rule.enabled and code not in active),
        names={rule.name: code for code, rule in rules.items()},
        settings=settings,
        min_certainty=min_certainty,
    )


def _refuse_unknown_codes(
    settings: Settings, rules: dict[str, Rule], select: Sequence[str], ignore: Sequence[str]
) -> None:
    """Raise ConfigError for codes that mean no rule: a slip there would silently check nothing."""
    ignored_in_files = [code for ignores in settings.per_file_ignores for code in ignores.codes]
    where = {
        "--select": select,
        "--ignore": ignore,
        f"{settings.path}: severity": tuple(settings.severity),
        f"{settings.path}: per_file_ignores": ignored_in_files,
    }
    problems = [Problem(origin, said) for origin, codes in where.items() for said in unknown(codes, rules)]
    if problems:
        raise ConfigError(problems)
