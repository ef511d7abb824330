"""The company of tests/cli, in a git repository where a test asks for one."""

from tests.changed.conftest import git
from tests.cli.conftest import folder, run

__all__ = ["folder", "git", "run"]
