"""The second hook: the glossary itself, with all files that belong to it."""

from pathlib import Path

import yaml

from msglint.starting.answers import Answers
from msglint.starting.files import HOOK, files_for
from tests.hook.conftest import GLOSSARY, HOOKS, commit, configure, needs_programs, write

TWICE = "terms:\n  - {term: Meals for Teams, id: one}\n  - {term: Meals for Teams, id: two}\n"


@needs_programs
def test_a_change_of_the_glossary_is_judged(repository: Path) -> None:
    configure(msglint_glossary=[])
    write("glossary.yaml", GLOSSARY + "  - term: Breakfast Box\n")
    status, said = commit()
    assert status == 0, said
    write("glossary.yaml", GLOSSARY + "  - trem: Fruit Crate\n")
    status, said = commit()
    assert status == 1
    assert "glossary.yaml:4" in said
    assert "trem" in said
    write("glossary.yaml", TWICE)
    status, said = commit()
    assert status == 1
    assert "GLO801" in said


@needs_programs
def test_so_is_a_change_of_a_file_that_it_includes(repository: Path) -> None:
    configure(msglint_glossary=["--glossary", "words/our words.yml"])
    write("words/our words.yml", f"include: [more/*.yaml]\n{GLOSSARY}")
    write("words/more/prices.yaml", "terms: [{term: Breakfast Box, price: 6.50 GBP}]\n")
    status, said = commit()
    assert status == 0, said
    write("words/more/prices.yaml", "terms: [{term: Breakfast Box, price: cheap}]\n")
    status, said = commit()
    assert status == 1
    assert "words/more/prices.yaml:1" in said


@needs_programs
def test_documents_do_not_call_for_it(repository: Path) -> None:
    write("glossary.yaml", TWICE)
    configure(msglint_glossary=[])
    assert commit()[0] == 1
    write("glossary.yaml", GLOSSARY)
    assert commit()[0] == 0
    write("flyer.md", "Business Lunch\n")
    status, said = commit()
    assert status == 0
    assert "(no files to check)Skipped" in said


def test_what_init_writes_are_the_same_hooks() -> None:
    (repository,) = yaml.safe_load(files_for(Answers(hook=True))[HOOK])["repos"]
    assert {hook["id"] for hook in repository["hooks"]} == set(HOOKS)
    for hook in repository["hooks"]:
        published = {**HOOKS[hook["id"]], "language": "system"}
        published.pop("description")
        assert hook == published
