#!/usr/bin/env bash
# Install msglint from this very checkout of the action, apart from what the job itself has installed.
# -I: the working directory is what somebody proposes; no module of Python's is to be found there.
set -euo pipefail

environment=$RUNNER_TEMP/msglint-environment
python=python3
command -v python3 >/dev/null || python=python
"$python" -I -m venv "$environment"
programs=$environment/bin
[ -d "$programs" ] || programs=$environment/Scripts # Windows
"$programs/python" -I -m pip install --quiet --disable-pip-version-check "$GITHUB_ACTION_PATH"
echo "programs=$programs" >>"$GITHUB_OUTPUT"
