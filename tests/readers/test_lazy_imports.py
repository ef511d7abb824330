"""Reading one format must not pay for the others."""

import subprocess
import sys

import pytest

_PROGRAM = """
import sys
from msglint import readers
from msglint.errors import ReadError
try:
    readers.read(readers.Source({name!r}, {data!r}))
except ReadError:
    pass  # an empty file is none of an office program's: by then its reader is there
print("\\n".join(sys.modules))
"""
_PACKAGES = ("zipfile", "pyexpat", "msglint.formats.packages.package", "msglint.formats.packages.xml_events")


def imported(name: str, data: bytes) -> set[str]:
    program = _PROGRAM.format(name=name, data=data)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_markdown_imports_nothing_of_office_formats() -> None:
    modules = imported("a.md", b"# Title\n\ntext")
    assert modules.isdisjoint(_PACKAGES)
    assert [name for name in modules if name.startswith("msglint.readers.")] == ["msglint.readers.md"]


@pytest.mark.parametrize("suffix", ["docx", "pptx", "xlsx", "odt", "odp", "ods", "idml", "rtf"])
def test_office_formats_import_no_library(suffix: str) -> None:
    modules = {name.partition(".")[0] for name in imported(f"a.{suffix}", b"")}
    assert modules.isdisjoint(("turbohtml", "pyromark", "yaml", "pypdfium2", "spacy", "lxml", "PIL", "babel"))
