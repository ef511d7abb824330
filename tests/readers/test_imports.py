"""A run over one format loads no other format's libraries."""

import subprocess
import sys

import pytest

_PROGRAM = """
import sys
from msglint.readers import Source, read
read(Source(sys.argv[1], sys.argv[2].encode()))
print(*sorted(set(sys.argv[3].split()) & set(sys.modules)))
"""
_HEAVY = "pypdfium2 olefile email subprocess pyromark turbohtml yaml csv zipfile msglint.containment"


@pytest.mark.parametrize(
    ("name", "text", "loaded"),
    [
        ("a.txt", "Hello", ""),
        ("a.md", "Hello <!-- x -->\n\n<!-- y -->\n\n<b>there</b>", "pyromark"),
        ("a.md", "---\ntitle: x\n---\nHello", "pyromark yaml"),
        ("a.html", "<p>Hello", "turbohtml"),
        ("a.yaml", "a: Hello", "yaml"),
        ("a.eml", "Subject: Hi\n\nHello", "email"),
    ],
)
def test_what_is_loaded(name: str, text: str, loaded: str) -> None:
    command = [sys.executable, "-c", _PROGRAM, name, text, _HEAVY]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.split() == loaded.split()
