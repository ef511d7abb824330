"""The sentences, each written to a file of its own, as Markdown or as the header of a Word file."""

from collections.abc import Mapping
from pathlib import Path

import docx
import yaml

FINE = "fine"


def write(folder: Path) -> dict[str, str]:
    """Fill the folder; returns the kind of each sentence by the name of its file without suffix."""
    made = {}
    listed = yaml.safe_load((Path(__file__).parent / "sentences.yaml").read_text(encoding="utf-8"))
    for number, sentence in enumerate(listed):
        name = sentence.get("name", f"sentence-{number:02}")
        if sentence.get("docx"):
            document = docx.Document()
            document.sections[0].header.paragraphs[0].text = sentence["text"]
            document.save(str(folder / f"{name}.docx"))
        else:
            (folder / f"{name}.md").write_text(sentence["text"] + "\n", encoding="utf-8")
        made[name] = sentence["kind"]
    return made


def kinds(names: Mapping[str, str]) -> list[str]:
    """Each kind once, in the order of the list."""
    return list(dict.fromkeys(names.values()))
