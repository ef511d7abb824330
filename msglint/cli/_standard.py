"""From options to what documents are held against: settings, rules, glossary."""

from collections.abc import Sequence
from datetime import date
import gc
from pathlib import Path

from msgspec.structs import replace

from msglint.cli._cache_folder import cache_folder
from msglint.cli._settings import glossary_of, glossary_path
from msglint.config.settings import Settings
from msglint.engine import Standard
from msglint.errors import ConfigError, Problem
from msglint.glossary import kept
from msglint.glossary.lexicon import Lexicon, compile_lexicon
from msglint.model.glossary import Glossary
from msglint.model.judgement import Circumstances, Report, Rule
from msglint.model.scale import Certainty
from msglint.rulebook.load import load_rules
from msglint.selection import active_rules, unknown
from msglint.text.showing import shown
from msglint.uncollected import uncollected


def rules_of(settings: Settings, examples: bool = False, cache_dir: str | None = None) -> dict[str, Rule]:
    """All rules, with their examples where asked for: the built-in packs' and the settings'. Raises ConfigError."""
    return load_rules([Path(shown(path)) for path in settings.rules], cache_folder(cache_dir), examples)


def with_examples(report: Report, settings: Settings) -> Report:
    """The report with its rules' examples, which no run reads that does not show them."""
    full = rules_of(settings, examples=True)
    rules = {
        code: replace(rule, valid=full[code].valid, invalid=full[code].invalid) for code, rule in report.rules.items()
    }
    return replace(report, rules=rules)


def compiled(settings: Settings, cache_dir: str | None = None) -> tuple[Glossary, Lexicon]:
    """The glossary that the settings name, compiled. Raises ConfigError and GlossaryError."""
    folder, path = cache_folder(cache_dir), glossary_path(settings)
    found = kept.fetch(folder, path)
    if found is None:
        with uncollected():
            glossary = glossary_of(settings)
            found = glossary, compile_lexicon(glossary)
            kept.store(folder, path, *found)
            gc.freeze()  # as where it is fetched
    return found


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
    glossary, lexicon = compiled(settings, cache_dir)
    return Standard(
        glossary=glossary,
        lexicon=lexicon,
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
    where: list[tuple[str, Sequence[str]]] = [("--select", select), ("--ignore", ignore)]
    where += [(f"{settings.origins[f'severity.{code}']}: severity", [code]) for code in settings.severity]
    for ignores in settings.per_file_ignores:
        (pattern,) = ignores.files.lines
        where.append((f"{settings.origins[f'per_file_ignores.{pattern}']}: per_file_ignores", ignores.codes))
    problems = [Problem(origin, said) for origin, codes in where for said in unknown(codes, rules)]
    if problems:
        raise ConfigError(problems)
