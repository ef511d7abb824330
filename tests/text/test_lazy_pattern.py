import importlib
import pkgutil
import re

import pytest

import msglint
from msglint.lazy_pattern import _LazyPattern, lazy_pattern


def test_it_is_what_re_compile_gives() -> None:
    lazy, eager = lazy_pattern(r"(?P<word>\w+)-", re.ASCII), re.compile(r"(?P<word>\w+)-", re.ASCII)
    assert lazy.sub("x", "ab-cd-é-") == eager.sub("x", "ab-cd-é-")
    assert lazy.findall("ab-cd-", 1) == eager.findall("ab-cd-", 1)
    assert (lazy.pattern, lazy.groups, lazy.groupindex, lazy.flags) == (
        eager.pattern, eager.groups, eager.groupindex, eager.flags,
    )  # fmt: skip


def test_it_is_compiled_once() -> None:
    lazy = lazy_pattern("a")
    assert lazy.search == lazy.search


def test_every_pattern_of_msglint_is_one() -> None:
    """What `re.compile` would have refused at import is refused here."""
    names = [found.name for found in pkgutil.walk_packages(msglint.__path__, "msglint.")]
    modules = [importlib.import_module(name) for name in names if not name.endswith("__main__")]
    patterns = [each for module in modules for each in vars(module).values() if isinstance(each, _LazyPattern)]
    assert len(patterns) > 100
    for pattern in patterns:
        assert pattern.groups is not None


def test_a_slip_is_told_at_the_first_use() -> None:
    with pytest.raises(re.error):
        lazy_pattern("(").search("")
