"""Glossaries on disk: bytes, includes, and files that cannot be read."""

import codecs
import os
from pathlib import Path
import subprocess
import sys

import pytest

from msglint.errors import GlossaryError, Problem
from msglint.glossary.load import glossary_from_node, load_glossary, parse_glossary
from msglint.glossary.nodes import compose
from msglint.glossary.reading import Reading


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, content: str | bytes) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def problems_of(path: Path) -> tuple[Problem, ...]:
    with pytest.raises(GlossaryError) as caught:
        load_glossary(path)
    return caught.value.problems


def names(path: Path) -> list[str]:
    return [entry.preferred.text for entry in load_glossary(path).entries]


@pytest.mark.parametrize(
    "data",
    [
        "terms: [Café]".encode(),
        codecs.BOM_UTF8 + "terms: [Café]".encode(),
        "terms: [Café]".encode("utf-16"),
        codecs.BOM_UTF16_BE + "terms: [Café]".encode("utf-16-be"),
        "terms: [Café]".encode("utf-32"),
        b"terms:\r\n  - Caf\xc3\xa9\r\n",
        b"terms:\r  - Caf\xc3\xa9\r",
    ],
)
def test_encodings_and_line_breaks(data: bytes) -> None:
    assert names(write("g.yaml", data)) == ["Café"]


@pytest.mark.parametrize(
    ("data", "line", "column", "part"),
    [
        (b"terms:\n  - Caf\xe9\n", 2, 8, "not UTF-8 (byte 0xE9"),
        ("terms: [A]".encode("utf-16-le"), 1, 2, "UTF-16 without a byte order mark"),
        (codecs.BOM_UTF16_LE + b"a\x00b", 1, 2, "not UTF-16-LE"),
        (b"", 1, 1, "empty"),
        (b"\xef\xbb\xbf", 1, 1, "empty"),
        (b"PK\x03\x04\x14\x00", 1, 3, "U+0003"),
    ],
)
def test_bytes_that_are_no_glossary(data: bytes, line: int, column: int, part: str) -> None:
    (problem,) = problems_of(write("g.yaml", data))
    assert (problem.path, problem.line, problem.column) == ("g.yaml", line, column)
    assert part in problem.message


def test_a_missing_file_and_a_folder() -> None:
    (problem,) = problems_of(Path("nowhere.yaml"))
    assert str(problem) == "nowhere.yaml: there is no such file; name the glossary with --glossary FILE"
    Path("folder").mkdir()
    assert "is a folder" in problems_of(Path("folder"))[0].message


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root reads everything")
def test_an_unreadable_file() -> None:
    path = write("g.yaml", "terms: [A]")
    path.chmod(0)
    assert "cannot be read" in problems_of(path)[0].message


def test_includes_follow_the_including_file_and_inherit_its_defaults() -> None:
    main = write(
        "words/g.yaml",
        "include: [prices/*.yaml, ../more.yaml]\ndefaults: {currency: GBP, owner: lucy}\nterms: [{term: A, price: 1}]",
    )
    write("words/prices/b.yaml", "defaults: {currency: EUR}\nterms: [{term: C, price: 3}]")
    write("words/prices/a.yaml", "include: deep/*.yaml\nterms: [{term: B, price: 2}]")
    write("words/prices/deep/x.yaml", "terms: [X]")
    write("more.yaml", "organization: other\nterms: [D]")
    glossary = load_glossary(main)
    assert [entry.preferred.text for entry in glossary.entries] == ["A", "B", "X", "C", "D"]
    assert [price.currency for entry in glossary.entries for price in entry.prices] == ["GBP", "GBP", "EUR"]
    assert {entry.owner for entry in glossary.entries} == {"lucy"}
    assert glossary.files == (
        "words/g.yaml", "words/prices/a.yaml", "words/prices/deep/x.yaml", "words/prices/b.yaml", "more.yaml",
    )  # fmt: skip
    assert (glossary.currency, glossary.organization) == ("GBP", None)
    assert glossary.entries[3].origin.path == "words/prices/b.yaml"


def test_the_digest_covers_included_files() -> None:
    main = write("g.yaml", "include: b.yaml\nterms: [A]")
    write("b.yaml", "terms: [B]")
    before = load_glossary(main).digest
    assert load_glossary(main).digest == before
    write("b.yaml", "terms: [C]")
    assert load_glossary(main).digest != before


def test_a_file_included_twice_is_read_once_and_a_wildcard_never_means_itself() -> None:
    main = write("g.yaml", "include: ['*.yaml', b.yaml]\nterms: [A]")
    write("b.yaml", "terms: [B]")
    assert names(main) == ["A", "B"]


def test_a_circle_of_includes() -> None:
    main = write("g.yaml", "include: b.yaml")
    write("b.yaml", "terms: [B]\ninclude: g.yaml\n")
    (problem,) = problems_of(main)
    assert (problem.path, problem.line, problem.column, problem.key) == ("b.yaml", 2, 10, "include")
    assert "circle: g.yaml → b.yaml → g.yaml" in problem.message


@pytest.mark.parametrize("pattern", ["gone.yaml", "gone/*.yaml", ".", '"\\0"', '"*\\0"'])
def test_an_include_that_is_not_there(pattern: str) -> None:
    main = write("g.yaml", f"include: [{pattern}]\nterms: [A]")
    (problem,) = problems_of(main)
    assert (problem.line, problem.column, problem.key) == (1, 11, "include")
    assert "is no file" in problem.message


def test_errors_of_all_files_come_at_once() -> None:
    main = write("g.yaml", "include: [b.yaml, c.yaml, d.yaml]\nterms:\n  - {term: A, price: 6}\n  - {term: B, id: b}")
    write("b.yaml", "terms: [B]\nversion: 3")
    write("c.yaml", "terms: [")
    write("d.yaml", b"\xff")
    assert [(problem.path, problem.line) for problem in problems_of(main)] == [
        ("g.yaml", 3), ("b.yaml", 1), ("b.yaml", 2), ("c.yaml", 1), ("d.yaml", 1),
    ]  # fmt: skip


def test_a_text_includes_where_its_path_is_a_file() -> None:
    write("b.yaml", "terms: [B]")
    with pytest.raises(GlossaryError, match="is no file"):
        parse_glossary("include: b.yaml", "g.yaml")
    write("g.yaml", "")
    assert [entry.id for entry in parse_glossary("include: b.yaml", "g.yaml").entries] == ["b"]


def test_a_node_of_another_file() -> None:
    node = compose("about: x\nglossary:\n  terms: [{term: A, superseded: B}]\n", Reading("pack.yaml"))
    assert node is not None
    glossary = glossary_from_node(node.value[1][1], "pack.yaml")
    origin = glossary.entries[0].labels[1].origin
    assert (origin.path, origin.line, origin.column) == ("pack.yaml", 3, 33)
    again = glossary_from_node(node.value[1][1], "pack.yaml")
    assert glossary.digest == again.digest


def test_a_node_of_another_file_with_errors() -> None:
    node = compose("glossary:\n  terms: [{term: A, supersede: B}]\n", Reading("pack.yaml"))
    assert node is not None
    with pytest.raises(GlossaryError, match=r"pack\.yaml:2:21: `supersede`"):
        glossary_from_node(node.value[0][1], "pack.yaml")


def test_reading_a_glossary_imports_nothing_slow() -> None:
    code = (
        "import sys; from msglint.glossary.load import parse_glossary;"
        "parse_glossary('terms: [{term: A, price: 6 GBP}]', 'g');"
        "print(*{'spacy', 'babel', 'difflib', 'jsonschema', 'rapidfuzz', 'click'} & set(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == ""
