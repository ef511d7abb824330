"""The site, built once for all that look at it."""

from pathlib import Path
import subprocess
import sys

import pytest

from tests.docs.runner import ROOT


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    built = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-b", "html", "-d", str(built / ".trees")]
    done = subprocess.run([*command, "docs", str(built)], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return built
