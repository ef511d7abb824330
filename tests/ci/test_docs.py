"""What docs/ci.md tells to write is valid, and its tables name the inputs that there are."""

from pathlib import Path
import re

import pytest
import yaml

from msglint.starting.answers import Answers
from msglint.starting.files import GITHUB, files_for
from tests.ci.conftest import ROOT, ZIZMOR, passes

PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
WORKFLOWS, PIPELINES = (
    re.findall(rf"<!-- {kind} -->\n```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    for kind in ("workflow", "pipeline")
)
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
TEMPLATE = next(yaml.safe_load_all((ROOT / "templates" / "msglint.yml").read_text(encoding="utf-8")))["spec"]


@pytest.mark.parametrize("workflow", WORKFLOWS)
def test_workflows_are_valid_and_safe_and_give_inputs_that_are_there(tmp_path: Path, workflow: str) -> None:
    file = tmp_path / GITHUB
    file.parent.mkdir(parents=True)
    file.write_text(workflow, encoding="utf-8")
    uses = [step for step in yaml.safe_load(workflow)["jobs"]["msglint"]["steps"] if "msglint" in step.get("uses", "")]
    assert [set(step.get("with", {})) - set(ACTION["inputs"]) for step in uses] == [set()]
    assert set(re.findall(r"steps\.msglint\.outputs\.(\w+)", workflow)) <= set(ACTION["outputs"])
    passes("check-jsonschema", "--builtin-schema", "vendor.github-workflows", str(file))
    passes("zizmor", *ZIZMOR, str(file))


def test_the_first_workflow_is_what_init_writes() -> None:
    answers = Answers(ci="github", repository="https://github.com/your-company/msglint")
    assert WORKFLOWS[0] == files_for(answers)[GITHUB]


@pytest.mark.parametrize("pipeline", PIPELINES)
def test_pipelines_are_valid_and_give_inputs_that_are_there(tmp_path: Path, pipeline: str) -> None:
    file = tmp_path / "pipeline.yml"
    file.write_text(pipeline, encoding="utf-8")
    (include,) = yaml.safe_load(pipeline)["include"]
    assert set(include["inputs"]) <= set(TEMPLATE["inputs"])
    passes("check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci", str(file))


@pytest.mark.parametrize(("heading", "inputs"), [("## GitHub", ACTION["inputs"]), ("## GitLab", TEMPLATE["inputs"])])
def test_the_tables_name_every_input(heading: str, inputs: dict[str, object]) -> None:
    section = PAGE.partition(heading + "\n")[2].partition("\n## ")[0]
    rows = [row.split("|")[1] for row in section.splitlines() if row.startswith("| `")]
    assert {name for row in rows for name in re.findall(r"`(\w[\w-]*)`", row)} == set(inputs)


def test_every_output_is_told() -> None:
    assert set(ACTION["outputs"]) <= set(re.findall(r"`(\w+)`", PAGE))
