"""The reference part of the site, made from the code: the commands, the settings, the glossary's keys, every rule."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
import shutil

import click
import yaml

from msglint.cli._group import msglint
from msglint.cli._standard import rules_of
from msglint.config.keys import KEYS
from msglint.config.settings import Settings
from msglint.glossary.keys import SHAPES, Form
from msglint.model.judgement import Example, Rule
from msglint.reporting.rule_help import sample_message, silencing

_ROOT = Path(__file__).parents[1]

_MOST = 8
"""Examples of each kind on a rule's page; the packs have them all."""


def write_reference(folder: Path) -> None:
    """Make the pages of `docs/reference` anew."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "rules").mkdir(parents=True)
    rules = dict(sorted(rules_of(Settings(), examples=True).items()))
    pages = {
        "commands.md": commands(),
        "settings.md": settings(),
        "glossary.md": glossary(),
        "rules/index.md": overview(rules),
        **{f"rules/{code}.md": rule_page(rule) for code, rule in rules.items()},
    }
    for name, text in pages.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


_EXIT_STATUS = """\
Exit status, where a command says nothing else:

| Status | What it tells |
|:--|:--|
| 0 | done; nothing at or above `--fail-on` |
| 1 | done; there are findings |
| 2 | something could not be done: a bad glossary, rule or option, a file that cannot be read |
| 130 | you pressed Ctrl-C |
""".splitlines()


def commands() -> str:
    """Every command with its options, as `--help` tells them."""
    return "\n".join(["# Commands", "", *_EXIT_STATUS, "", *_command(msglint, "msglint", 2)])


def _command(command: click.Command, path: str, level: int) -> Iterator[str]:
    context = click.Context(command, info_name=path)
    yield from (f"{'#' * min(level, 4)} {path}", "")
    usage = " ".join(command.collect_usage_pieces(context))
    yield from ("```text", f"{path} {usage}".rstrip(), "```", "", _prose(command.help or ""), "")
    options = [option for option in command.params if isinstance(option, click.Option)]
    for option in options:
        record = option.get_help_record(context)
        if record:
            yield from (f"`{record[0]}`", f": {_text(record[1]) or '—'}", "")
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            if found is not None and not found.hidden:
                yield from _command(found, f"{path} {name}", level + 1)


def _prose(help: str) -> str:
    """A command's help as Markdown: what click leaves as it is (after \\b) is a block of its own."""
    parts = []
    for paragraph in help.split("\n\n"):
        kept = paragraph.removeprefix("\b\n")
        parts.append(f"```text\n{kept}\n```" if kept != paragraph else _text(paragraph))
    return "\n\n".join(parts)


def settings() -> str:
    """The keys of msglint.yaml."""
    head = (
        "The keys of `msglint.yaml`, or of `[tool.msglint]` in `pyproject.toml`. `msglint config schema` prints a JSON"
    )
    lines = ["# Settings", "", f"{head} Schema of them for editors.", ""]
    for name, key in KEYS.items():
        lines += [f"## {name}", "", _text(key.doc), ""]
        if allowed := key.schema.get("enum"):
            lines += [f"One of {', '.join(f'`{value}`' for value in allowed)}.", ""]
        lines += [f"`{part}`\n: {_text(doc)}\n" for part, doc in _parts(key.schema)]
    return "\n".join(lines)


def _parts(schema: Mapping[str, object]) -> list[tuple[str, str]]:
    """The keys within a setting, with what they mean."""
    either = schema.get("anyOf")
    shape = either[0] if isinstance(either, list) else schema
    inner = shape.get("properties") if isinstance(shape, dict) else None
    return [(name, part["description"]) for name, part in (inner or {}).items()]


_GLOSSARY_HEAD = (
    "[A tour of the glossary](../glossary-tour.md) shows them at work. `msglint glossary schema` prints a JSON Schema"
    " of them for [editors](../editors.md)."
)


def glossary() -> str:
    """The keys of a glossary, with an example of each."""
    lines = ["# Keys of the glossary", "", _GLOSSARY_HEAD, ""]
    examples = yaml.safe_load((_ROOT / "docs" / "glossary-shapes.yaml").read_text(encoding="utf-8"))
    for name, shape in SHAPES.items():
        lines += [f"## {name}", "", _text(shape.doc), ""]
        for key, meant in shape.keys.items():
            takes = f"[{meant.takes}](#{meant.takes})" if meant.takes in SHAPES else meant.takes
            many = {Form.MANY: ", one or a list", Form.NAMED: ", under names of your own"}.get(meant.form, "")
            need = ", required" if meant.required else ""
            lines += [f"`{key}` ({takes}{many}{need})", f": {_text(meant.doc)}", ""]
        lines += ["```yaml", examples[name].rstrip("\n"), "```", ""]
    return "\n".join(lines)


def overview(rules: Mapping[str, Rule]) -> str:
    """All rules by the packs they are in, and the pages of each."""
    lines = ["# Rules", "", "`msglint explain CODE` tells the same on your terminal.", ""]
    families: dict[str, list[Rule]] = {}
    for rule in rules.values():
        families.setdefault(_family(rule), []).append(rule)
    for family, its in families.items():
        lines += [f"## {family}", "", *(_text(about) for about in dict.fromkeys(map(_about, its))), ""]
        lines += ["| Code | Name | Severity | By default |", "|:--|:--|:--|:--|"]
        lines += [f"| [{rule.code}]({rule.code}.md) | {rule.name} | {rule.severity} | {_on(rule)} |" for rule in its]
        lines.append("")
    return "\n".join([*lines, "```{toctree}", ":hidden:", "", *rules, "```", ""])


def _family(rule: Rule) -> str:
    """The pack's name in words, or its folder's: Names, Prices, Offers."""
    parts = Path(rule.pack).with_suffix("").parts
    return parts[parts.index("rules") + 1].partition("-")[0].capitalize()


def _about(rule: Rule) -> str:
    """What the rule's pack keeps true."""
    return str(yaml.safe_load((_ROOT / rule.pack).read_text(encoding="utf-8"))["about"])


def _on(rule: Rule) -> str:
    return "on" if rule.enabled else "off"


def rule_page(rule: Rule) -> str:
    """What a rule says, why, wrong and right, how it is mended and silenced."""
    off = f" It is off by default: `--select {rule.code}` turns it on." if not rule.enabled else ""
    lines = [f"# {rule.code} {rule.name}", "", f"Severity: {rule.severity}.{off}", ""]
    lines += ["## What it says", "", _text(sample_message(rule)), "", "## Why", "", _text(rule.why), ""]
    lines += [*_examples("Wrong", rule.invalid), *_examples("Right", rule.valid)]
    lines += ["## Mend it", "", _mending(rule), ""]
    if told := silencing(rule):
        lines += ["## Silence it", "", f"{_text(told)}.", ""]
    return "\n".join(lines)


def _mending(rule: Rule) -> str:
    if any(example.suggests for example in rule.invalid):
        return "Say what the finding suggests; `msglint fix` does it where that is certain (`--diff` shows it first)."
    return "There is no one right wording to put in its place: somebody has to decide."


def _examples(title: str, examples: Iterable[Example]) -> list[str]:
    lines = [f"## {title}", ""]
    for example in list(examples)[:_MOST]:
        fence = "`" * 4
        day = f", judged as of {example.as_of}" if example.as_of else ""
        lines += [f"{fence}text", example.text.rstrip("\n"), fence, ""]
        if example.suggests:
            lines += [f"“{_text(example.says or '')}” → “{_text(example.suggests)}”{day}", ""]
        elif example.says:
            lines += [f"Found: “{_text(example.says)}”{day}", ""]
    return lines if len(lines) > 2 else []


def _text(text: str) -> str:
    """Prose on one line; what Markdown would take for markup stands for itself."""
    folded = " ".join(text.split())
    return "".join(f"\\{character}" if character in r"\*_<>[]#|$" else character for character in folded)
