"""`check --watch`, in a terminal of its own."""

from pathlib import Path
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pexpect needs a pty")

SECONDS = 30
"""How long something is waited for; it comes in a fraction of one."""


def test_it_checks_again_after_each_change_and_ends_quietly(folder: Path) -> None:
    import pexpect

    child = pexpect.spawn(
        sys.executable, ["-m", "msglint", "check", "--watch", "--output", "json=report.json", "."], timeout=SECONDS,
        encoding="utf-8", dimensions=(24, 200),
    )  # fmt: skip
    child.expect("1 finding")
    child.expect("waiting for changes")
    Path("stale.md").write_text("Ask about our Meals for Teams today.\n", encoding="utf-8")
    child.expect("no findings")
    child.expect("waiting for changes")
    Path("glossary.yaml").write_text("terms: [{trm: Tea}]\n", encoding="utf-8")
    child.expect("did you mean `term`")
    child.expect("waiting for changes")
    Path("glossary.yaml").write_text("terms: [{term: Tea, superseded: Meals for Teams}]\n", encoding="utf-8")
    child.expect("2 findings")
    child.expect("waiting for changes")
    child.sendintr()
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert "Traceback" not in (child.before or "")


@pytest.mark.parametrize("arguments", [("--fix",), ("--diff",), ("-",)])
def test_it_goes_with_files_and_folders_only(folder: Path, run, arguments: tuple[str, ...]) -> None:  # type: ignore[no-untyped-def]
    assert run("check", "--watch", *arguments).exit_code == 2
