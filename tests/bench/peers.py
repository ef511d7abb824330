"""What others would run for the same list of names, and how it is given to them."""

from collections.abc import Iterator, Sequence
import json
from pathlib import Path

from tests.bench.bench import Bench, installed
from tests.bench.corpora import Name
from tests.bench.measuring import Command


def peers(bench: Bench, folder: Path, said: Sequence[Name]) -> Iterator[tuple[str, Command | str]]:
    """Each peer's name with its command over `folder/docs`, or why there is none.

    codespell and typos know single words only: they are given each former name as one hyphenated or joined word.
    """
    making = {"grep": _grep, "codespell": _codespell, "typos": _typos, "vale": _vale}
    for name, make in making.items():
        program = installed(name)
        yield name, make(program, folder, said) if program else _ABSENT.get(name, "not installed")


_ABSENT = {
    "codespell": "not installed: pip install codespell",
    "typos": "not installed: pip install typos",
    "vale": "not installed; the packages named vale on PyPI and npm fetch it from GitHub: put `vale` on the path",
}


def _grep(program: str, folder: Path, said: Sequence[Name]) -> Command:
    (folder / "names.txt").write_text("".join(f"{name.former}\n" for name in said), encoding="utf-8")
    return Command([program, "-F", "-i", "-w", "-r", "-f", "names.txt", "docs"], folder)


def _codespell(program: str, folder: Path, said: Sequence[Name]) -> Command:
    lines = (f"{_word(name.former, '-')}->{_word(name.current, '-')}\n" for name in said)
    (folder / "codespell.txt").write_text("".join(lines), encoding="utf-8")
    return Command([program, "--dictionary", "codespell.txt", "docs"], folder)


def _typos(program: str, folder: Path, said: Sequence[Name]) -> Command:
    lines = [f"{_word(name.former)} = {json.dumps(_word(name.current))}" for name in said]
    tables = [f"[default.extend-{kind}]\n" + "\n".join(lines) for kind in ("words", "identifiers")]
    (folder / "typos.toml").write_text("\n".join([*tables, ""]), encoding="utf-8")
    return Command([program, "--config", "typos.toml", "docs"], folder)


def _vale(program: str, folder: Path, said: Sequence[Name]) -> Command:
    styles = folder / "styles" / "Names"
    styles.mkdir(parents=True, exist_ok=True)
    (folder / ".vale.ini").write_text("StylesPath = styles\n[*.md]\nBasedOnStyles = Names\n", encoding="utf-8")
    swap = "".join(f"  {name.former}: {name.current}\n" for name in said)
    rule = f"extends: substitution\nmessage: Use '%s' instead of '%s'.\nignorecase: true\nlevel: error\nswap:\n{swap}"
    (styles / "Names.yml").write_text(rule, encoding="utf-8")
    return Command([program, "--no-exit", "docs"], folder)


def _word(name: str, joint: str = "") -> str:
    return joint.join(name.lower().split())
