"""The company of tests/cli, and its baseline."""

from tests.cli.conftest import folder, run

__all__ = ["folder", "run"]
