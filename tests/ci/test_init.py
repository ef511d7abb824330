"""What `init` writes for CI: valid by the services' own schemas, without known weaknesses, and used as it is meant."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from msglint import __version__
from msglint.starting.answers import Answers
from msglint.starting.files import GITHUB, GITLAB, files_for
from tests.ci.conftest import ROOT, ZIZMOR, Server, execute, needs_bash, passes

ADDRESSES = [None, "https://github.com/fern/msglint", "git@gitlab.com:fern/tools/msglint.git"]


def written(ci: Any, repository: str | None) -> str:
    return files_for(Answers(ci=ci, repository=repository))[GITHUB if ci == "github" else GITLAB]


@pytest.mark.parametrize("repository", ADDRESSES)
def test_the_workflow_is_valid_and_safe(tmp_path: Path, repository: str | None) -> None:
    file = tmp_path / GITHUB
    file.parent.mkdir(parents=True)
    file.write_text(written("github", repository), encoding="utf-8")
    passes("check-jsonschema", "--builtin-schema", "vendor.github-workflows", str(file))
    passes("zizmor", *ZIZMOR, str(file))


@pytest.mark.parametrize("repository", ADDRESSES)
def test_the_pipeline_is_valid(tmp_path: Path, repository: str | None) -> None:
    file = tmp_path / GITLAB
    file.write_text(written("gitlab", repository), encoding="utf-8")
    passes("check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci", str(file))


def test_only_inputs_that_are_there_are_given() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    steps = yaml.safe_load(written("github", ADDRESSES[1]))["jobs"]["msglint"]["steps"]
    assert steps[-1]["uses"] == f"fern/msglint@v{__version__}"
    assert set(steps[-1].get("with", {})) <= set(action["inputs"])
    spec, _ = yaml.safe_load_all((ROOT / "templates" / "msglint.yml").read_text(encoding="utf-8"))
    (include,) = yaml.safe_load(written("gitlab", ADDRESSES[2]))["include"]
    # GitLab looks for templates/NAME.yml in the repository of a component HOST/REPOSITORY/NAME.
    assert include["component"] == f"gitlab.com/fern/tools/msglint/msglint@v{__version__}"
    assert include["inputs"] == {
        "requirement": f"msglint @ git+ssh://git@gitlab.com/fern/tools/msglint.git@v{__version__}"
    }
    assert set(include["inputs"]) <= set(spec["spec"]["inputs"])


@needs_bash
def test_the_workflow_without_the_action_shows_changed_lines(proposal: Server) -> None:
    proposal.check_out("refs/heads/proposal", depth=0)
    step = yaml.safe_load(written("github", None))["jobs"]["msglint"]["steps"][-1]
    done = execute(["bash", "-ec", step["run"]], proposal.checkout, GITHUB_BASE_REF="main")
    assert done.returncode == 1
    assert done.stdout.count("::error file=old.md,line=3,") == len(done.stdout.splitlines()) == 1


@needs_bash
def test_the_pipeline_without_the_component_shows_changed_lines(proposal: Server) -> None:
    proposal.check_out("refs/heads/proposal", depth=0)
    (command,) = yaml.safe_load(written("gitlab", None))["msglint"]["script"]
    base = proposal.git("merge-base", "main", "proposal")
    done = execute(["bash", "-ec", command], proposal.checkout, CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
    assert done.returncode == 1
    assert done.stdout.startswith("old.md:3:6 NAM101")
    assert (proposal.checkout / "gl-code-quality-report.json").exists()
    assert (proposal.checkout / "msglint-junit.xml").exists()
