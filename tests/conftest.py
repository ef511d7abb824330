"""What tests of several folders use."""

from collections.abc import Iterator
from typing import Any

from hypothesis import settings
import pytest

settings.register_profile("patient", deadline=None)  # a busy machine is slow, and no test is about time
settings.load_profile("patient")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One headless Chromium for all tests of pages; they are skipped where none is installed. See tests/browsing.py."""
    pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install -e '.[test]'")
    from tests.browsing import chromium  # imports playwright, which few tests need

    with chromium() as found:
        yield found
