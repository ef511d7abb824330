"""The action for GitHub: valid, safe, and its steps do what they say, in checkouts as GitHub makes them."""

from dataclasses import dataclass
import json
from pathlib import Path
import re

import pytest
import yaml

from tests.ci.conftest import GLOSSARY, NEW, PROGRAMS, ROOT, ZIZMOR, Server, execute, needs_bash, passes

ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = {step.get("id", step.get("uses")): step for step in ACTION["runs"]["steps"]}
SCRIPTS = sorted((ROOT / "action").glob("*.sh"))


@dataclass(frozen=True)
class Step:
    """What running the step came to: its outputs, what it added to the summary, what it said."""

    status: int
    outputs: dict[str, str]
    summary: str
    log: str


def check(server: Server, event: dict[str, str] | None = None, **inputs: str) -> Step:
    """Run the step `check` in the checkout, as GitHub would for this event with these inputs."""
    step = STEPS["check"]
    given = {name: value.get("default", "") for name, value in ACTION["inputs"].items()}
    given |= {name.replace("_", "-"): value for name, value in inputs.items()}
    github = {"base_ref": "", "event.before": "", "event.repository.default_branch": "main", **(event or {})}
    changed = given["changed-only"] or str(bool(github["base_ref"] or github.get("event.merge_group"))).lower()
    environment = {
        **{f"INPUT_{name.replace('-', '_').upper()}": value for name, value in given.items()},
        "INPUT_CHANGED_ONLY": changed,
        "PROGRAMS": str(PROGRAMS),
        "BASE_BRANCH": github["base_ref"],
        "BASE_COMMIT": github["event.before"],
        "DEFAULT_BRANCH": "main",
    }
    files = {name: server.temporary / name for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    for file in files.values():
        file.write_text("", encoding="utf-8")
    done = execute(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        server.checkout,
        **{name: environment[name] for name in step["env"]},
        **{name: str(file) for name, file in files.items()},
        GITHUB_ACTION_PATH=str(ROOT),
        GITHUB_REF_NAME=github.get("ref_name", "main"),
        RUNNER_TEMP=str(server.temporary),
    )
    outputs = dict(line.split("=", 1) for line in files["GITHUB_OUTPUT"].read_text(encoding="utf-8").splitlines())
    return Step(
        done.returncode, outputs, files["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8"), done.stdout + done.stderr
    )


def annotations(step: Step) -> list[str]:
    return re.findall(r"^::error file=([^,]+,line=\d+)", step.log, re.MULTILINE)


@needs_bash
@pytest.mark.parametrize("depth", [1, 2, 0])
@pytest.mark.parametrize("reference", ["refs/pull/1/merge", "refs/heads/proposal"])
def test_of_a_pull_request_only_changed_lines_are_shown(proposal: Server, reference: str, depth: int) -> None:
    proposal.check_out(reference, depth)
    step = check(proposal, {"base_ref": "main", "event.before": "f" * 40})
    assert annotations(step) == ["old.md,line=3"], step.log
    assert step.status == 1
    assert (step.outputs["findings"], step.outputs["status"]) == ("1", "1")
    assert "**msglint: 1 finding**" in step.summary
    assert Path(step.outputs["report"]).read_text(encoding="utf-8") == step.summary
    (run,) = json.loads(Path(step.outputs["sarif"]).read_text(encoding="utf-8"))["runs"]
    assert len(run["results"]) == 1


@needs_bash
def test_a_pull_request_without_stale_namespasses(proposal: Server) -> None:
    proposal.git("switch", "-q", "-c", "clean", "main")
    proposal.commit(fine_md="Ask about our Meals for Teams.\n")
    proposal.push("clean")
    proposal.check_out("refs/heads/clean")
    step = check(proposal, {"base_ref": "main"})
    assert (step.status, step.outputs["findings"], annotations(step)) == (0, "0", [])


@needs_bash
def test_a_base_that_cannot_be_fetched_is_an_error_with_its_cure(proposal: Server) -> None:
    proposal.check_out("refs/pull/1/merge")
    step = check(proposal, {"base_ref": "release"})
    assert step.status == 2
    assert step.outputs == {"status": "2", "findings": "", "sarif": "", "report": ""}
    assert 'write "fetch-depth: 0"' in step.log


@needs_bash
def test_of_a_push_all_is_shown_unless_only_changed_lines_are_asked_for(server: Server) -> None:
    before = server.git("rev-parse", "HEAD")
    server.commit(new_md=NEW)
    server.commit(newer_md=NEW)
    server.push("main")
    server.check_out("refs/heads/main")
    event = {"event.before": before}
    assert annotations(check(server, event)) == ["new.md,line=1", "newer.md,line=1", "old.md,line=1"]
    assert annotations(check(server, event, changed_only="true")) == ["new.md,line=1", "newer.md,line=1"]
    over = check(server, {"event.before": "e" * 40}, changed_only="true")
    assert len(annotations(over)) == 3
    assert "::notice title=msglint::Nothing tells what has changed since eee" in over.log


@needs_bash
def test_a_branch_that_a_push_begins_is_compared_with_the_default_one(proposal: Server) -> None:
    proposal.check_out("refs/heads/proposal")
    event = {"event.before": "0" * 40, "ref_name": "proposal"}
    assert annotations(check(proposal, event, changed_only="true")) == ["old.md,line=3"]
    first = check(proposal, {"event.before": "0" * 40, "ref_name": "main"}, changed_only="true")
    assert annotations(first) == ["old.md,line=1", "old.md,line=3"]


@needs_bash
def test_inputs_are_handed_on_as_they_are_and_never_run(server: Server) -> None:
    name = 'a $(touch run) "b" `touch run` ;touch run'
    server.commit(**{f"{name}_md": NEW, "words_yaml": GLOSSARY, "settings_yaml": "fail_on: error\n"})
    server.push("main")
    server.check_out("refs/heads/main")
    paths = f"{name}.md\r\n\n--old.md\nold.md"
    step = check(server, paths=paths, glossary="words.yaml", config="settings.yaml", fail_on="never")
    assert step.status == 2
    assert "--old.md: no such file" in step.log
    assert len(annotations(step)) == 2
    assert not (server.checkout / "run").exists()


@needs_bash
def test_a_baseline_and_what_to_fail_on(server: Server) -> None:
    server.commit(new_md=NEW)
    server.push("main")
    server.check_out("refs/heads/main")
    assert execute([str(PROGRAMS / "msglint"), "baseline", "create", "old.md"], server.checkout).returncode == 0
    step = check(server, baseline="msglint-baseline.txt", fail_on="never")
    assert (step.status, annotations(step)) == (0, ["new.md,line=1"])


@needs_bash
def test_a_broken_glossary_is_an_error_with_nothing_to_hand_on(server: Server) -> None:
    server.commit(glossary_yaml="trems: []\n")
    server.push("main")
    server.check_out("refs/heads/main")
    step = check(server)
    assert step.status == 2
    assert step.outputs == {"status": "2", "findings": "", "sarif": "", "report": ""}
    assert "::error title=msglint::Something could not be checked" in step.log
    assert "glossary.yaml:1" in step.log


def test_every_input_is_handed_on_by_the_environment_alone() -> None:
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", "")
    used = set(re.findall(r"inputs\.([\w-]+)", json.dumps(ACTION["runs"])))
    assert used == set(ACTION["inputs"])
    for text in (script.read_text(encoding="utf-8") for script in SCRIPTS):
        assert set(re.findall(r"\$\{?(INPUT_\w+)", text)) <= set(STEPS["check"]["env"])


def test_the_action_is_valid() -> None:
    passes("check-jsonschema", "--builtin-schema", "vendor.github-actions", str(ROOT / "action.yml"))


def test_the_action_has_no_known_weakness() -> None:
    passes("zizmor", *ZIZMOR, str(ROOT / "action.yml"))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_its_scripts_are_as_shellcheck_wants_them(script: Path) -> None:
    passes("shellcheck", "--shell", "bash", str(script))
