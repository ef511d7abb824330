"""The settings in force, as text: each value and where it comes from."""

import json

from msglint.config.settings import Settings
from msglint.text.showing import shown


def show(settings: Settings) -> str:
    """One line a key, `key: value  # origin`: YAML, as it could stand in msglint.yaml."""
    rows = [(f"{key}: {json.dumps(value, ensure_ascii=False)}", key) for key, value in _values(settings).items()]
    width = max(len(text) for text, _ in rows)
    lines = [f"{text:{width}}  # {settings.origins.get(key, 'default')}" for text, key in rows]
    return "\n".join([f"# settings file: {settings.path or 'none'}", *lines, ""])


def _values(settings: Settings) -> dict[str, object]:
    return {
        "glossary": shown(settings.glossary) if settings.glossary else None,
        "rules": [shown(path) for path in settings.rules],
        "exclude": settings.exclude.lines,
        "fail_on": "never" if settings.fail_on is None else str(settings.fail_on),
        "documents": [{"match": kind.files.lines, **kind.says} for kind in settings.documents],
        "per_file_ignores": {", ".join(ignores.files.lines): ignores.codes for ignores in settings.per_file_ignores},
        "severity": {code: str(severity) for code, severity in settings.severity.items()},
        "dated_documents": settings.dated_documents,
        "nlp": {"model": settings.model or "blank"},
        "baseline": shown(settings.baseline) if settings.baseline else None,
    }
