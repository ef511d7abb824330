"""How each tool is run over a folder. A sentence counts as found where the tool prints the name of its file."""

from dataclasses import dataclass
from pathlib import Path
import shutil
import subprocess

CONFIGS = Path(__file__).parent / "configs"
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Tool:
    """`run` and `version` are command lines; `{files}` stands for the files one by one.

    What a tool that does not read office files says of one is noise in their bytes, and counts for nothing.
    """

    name: str
    run: tuple[str, ...]
    version: tuple[str, ...]
    office: bool = False

    @property
    def installed(self) -> bool:
        return shutil.which(self.run[0]) is not None

    def found(self, folder: Path) -> set[str]:
        """The names of the files, without suffix, that it says something about."""
        files = sorted(path.name for path in folder.iterdir())
        command = [part for each in self.run for part in (files if each == "{files}" else [each])]
        said = _output(command, folder)
        return {Path(name).stem for name in files if name in said and (self.office or name.endswith(".md"))}

    def told_version(self) -> str:
        said = _output(list(self.version), ROOT).split("\n")[0]
        return next((word.strip(",v") for word in said.split() if any(map(str.isdigit, word))), said)


def _output(command: list[str], folder: Path) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    return done.stdout + done.stderr


def _config(name: str) -> str:
    return str(CONFIGS / name)


_GLOSSARY = str(ROOT / "glossary.yaml")
MSGLINT = Tool(
    "msglint",
    ("msglint", "check", ".", "--glossary", _GLOSSARY, "--as-of", "2026-06-10", "--quiet", "--no-cache"),
    ("msglint", "--version"),
    office=True,
)  # fmt: skip
OTHERS = (
    Tool("grep", ("grep", "-rniEf", _config("grep.txt"), "."), ("grep", "--version")),
    Tool("codespell", ("codespell", "-D", "-", "-D", _config("codespell.txt"), "."), ("codespell", "--version")),
    Tool("typos", ("typos", "--format", "brief"), ("typos", "--version")),
    Tool("cspell", ("cspell", "--no-progress", "-c", _config("cspell.json"), "."), ("cspell", "--version")),
    Tool("textlint", ("textlint", "-f", "unix", "-c", _config("textlint.json"), "{files}"), ("textlint", "--version")),
    Tool("alex", ("alex", "--quiet", "{files}"), ("alex", "--version")),
    Tool("proselint", ("proselint", "check", "{files}"), ("proselint", "version")),
)
