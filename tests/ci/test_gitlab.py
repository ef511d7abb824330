"""The template for GitLab: valid, and its job does what it says, in checkouts as GitLab makes them."""

import json
from pathlib import Path
import re
import subprocess

import junitparser
import pytest
import yaml

from tests.ci.conftest import NEW, ROOT, Server, execute, needs_bash, passes

TEMPLATE = ROOT / "templates" / "msglint.yml"
SPEC, JOBS = yaml.safe_load_all(TEMPLATE.read_text(encoding="utf-8"))
INPUTS = SPEC["spec"]["inputs"]


def job(server: Server, base: str = "", shell: str = "bash", **inputs: str) -> "subprocess.CompletedProcess[str]":
    """Run the job's script in the checkout, in a merge request where there is a `base`."""
    given = {name: value["default"] for name, value in INPUTS.items()} | inputs
    variables = {
        name: re.sub(r"\$\[\[ inputs\.(\w+) \]\]", lambda found: given[found[1]], value)
        for name, value in JOBS["msglint"]["variables"].items()
    }
    if base:
        variables["CI_MERGE_REQUEST_DIFF_BASE_SHA"] = base
    (script,) = JOBS["msglint"]["script"]
    return execute([shell, "-euc", script], server.checkout, **variables)


def issues(server: Server) -> list[tuple[str, int]]:
    """What the report for Code Quality holds; the one for tests holds as much."""
    found = json.loads((server.checkout / "gl-code-quality-report.json").read_text(encoding="utf-8"))
    tests = junitparser.JUnitXml.fromfile(str(server.checkout / "msglint-junit.xml"))
    assert tests.failures == len(found)
    return [(issue["location"]["path"], issue["location"]["lines"]["begin"]) for issue in found]


@needs_bash
@pytest.mark.parametrize("shell", ["bash", "sh"])
def test_of_a_merge_request_only_changed_lines_are_shown(proposal: Server, shell: str) -> None:
    proposal.check_out("refs/heads/proposal", depth=0)
    base = proposal.git("merge-base", "main", "proposal")
    done = job(proposal, base, shell)
    assert done.returncode == 1, done.stderr
    assert issues(proposal) == [("old.md", 3)]
    assert job(proposal, base, shell, changed_only="false").returncode == 1
    assert issues(proposal) == [("old.md", 1), ("old.md", 3)]


@needs_bash
def test_of_a_branch_all_is_shown(server: Server) -> None:
    server.check_out("refs/heads/main", depth=0)
    assert job(server).returncode == 1
    assert issues(server) == [("old.md", 1)]
    assert job(server, fail_on="never").returncode == 0
    assert job(server, glossary="no such.yaml").returncode == 2


@needs_bash
def test_several_paths_and_patterns(server: Server) -> None:
    server.commit(new_md=NEW, newer_md=NEW, other_txt=NEW)
    server.push("main")
    server.check_out("refs/heads/main", depth=0)
    assert job(server, paths="ne*.md old.md").returncode == 1
    assert issues(server) == [("new.md", 1), ("newer.md", 1), ("old.md", 1)]


def test_every_input_is_used_and_every_one_used_is_there() -> None:
    text = TEMPLATE.read_text(encoding="utf-8")
    assert set(re.findall(r"\$\[\[ inputs\.(\w+) \]\]", text)) == set(INPUTS)


def test_inputs_are_handed_on_by_variables_alone() -> None:
    assert "$[[" not in "".join(JOBS["msglint"]["script"] + JOBS["msglint"]["before_script"])


@pytest.mark.parametrize("part", [SPEC, JOBS], ids=["spec", "jobs"])
def test_the_template_is_valid(tmp_path: Path, part: object) -> None:
    file = tmp_path / "part.yml"  # the schema knows one document a file
    file.write_text(yaml.safe_dump(part), encoding="utf-8")
    passes("check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci", str(file))


def test_its_script_is_as_shellcheck_wants_it(tmp_path: Path) -> None:
    file = tmp_path / "script.sh"
    file.write_text("\n".join(JOBS["msglint"]["script"]), encoding="utf-8")
    passes("shellcheck", "--shell", "sh", str(file))
