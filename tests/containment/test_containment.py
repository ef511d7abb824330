"""A child process answers, is ended when it hangs, and replaced when it dies."""

from collections.abc import Iterator
import os
import sys
from typing import cast

import pytest

from msglint.contained import RefusedError
from msglint.containment import ContainmentError, allow, contained, contained_each
from msglint.errors import ConfigError
from msglint.limits import Limits

HERE = "tests.containment.functions"
LIMITS = Limits(memory=512 << 20)


def call(name: str, data: bytes = b"", seconds: float = 20.0, **options: object) -> object:
    return contained(f"{HERE}:{name}", data, LIMITS, seconds, **options)


def test_it_answers() -> None:
    assert call("length", b"abc\n\x00" * 100_000, add=1) == 500_001


def test_one_child_answers_many_calls() -> None:
    first = call("process")
    assert first != os.getpid()
    assert call("process") == first


def test_a_refusal_keeps_its_reason() -> None:
    with pytest.raises(RefusedError, match="^this is not for me: try another$"):
        call("refuse")


def test_what_is_printed_is_no_answer() -> None:
    assert call("chatter") == "done"


def test_one_that_hangs_is_ended() -> None:
    with pytest.raises(ContainmentError, match="takes longer than 1 seconds"):
        call("sleep", seconds=1)
    assert call("length", b"next") == 4


def test_one_that_dies_is_replaced() -> None:
    with pytest.raises(ContainmentError, match="needs more than 512 MB of memory to read, or is damaged"):
        call("die")
    assert call("length", b"next") == 4


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the memory of a process")
def test_memory_is_limited() -> None:
    with pytest.raises(ContainmentError, match="needs more than 512 MB of memory to read$"):
        call("fill_memory")
    assert call("length", b"next") == 4


def test_limits_come_from_the_environment() -> None:
    assert Limits.of_environment({}) == Limits()
    assert Limits.of_environment({"MSGLINT_MEMORY_LIMIT": "64", "MSGLINT_TIME_LIMIT": "5"}) == Limits(64 << 20, 5.0)


@pytest.mark.parametrize("written", ["", "0", "-1", "1.5", "much", "9" * 20])
def test_a_limit_is_a_positive_whole_number(written: str) -> None:
    with pytest.raises(ConfigError, match="MSGLINT_TIME_LIMIT: .* is no positive whole number: set it to one like 30"):
        Limits.of_environment({"MSGLINT_TIME_LIMIT": written})


@pytest.fixture(params=[1, 3])
def processes(request: pytest.FixtureRequest) -> Iterator[int]:
    """How many children may be used at once; one again for the tests that follow."""
    allow(request.param)
    yield request.param
    allow(1)


def call_each(name: str, options: list[dict[str, object]], seconds: float = 20.0) -> list[object]:
    return list(contained_each(f"{HERE}:{name}", b"", LIMITS, seconds, options))


def test_parts_come_in_order_from_so_many_children(processes: int) -> None:
    # The first part takes longest, so that all others are done before it.
    found = call_each("part", [{"number": number, "wait": 0.3 if number == 0 else 0.05} for number in range(6)])
    numbers, children = zip(*cast("list[list[int]]", found), strict=True)
    assert numbers == (0, 1, 2, 3, 4, 5)
    assert len(set(children)) == processes
    assert call_each("part", []) == []


def test_a_part_that_is_refused_refuses_all(processes: int) -> None:
    with pytest.raises(RefusedError, match="not the second"):
        call_each("refuse_second", [{"number": number} for number in range(4)])


def test_the_time_is_for_all_parts_together(processes: int) -> None:
    with pytest.raises(ContainmentError, match="takes longer than 1 seconds"):
        call_each("part", [{"number": number, "wait": 0.6} for number in range(8)], seconds=1.0)


def test_a_part_whose_process_dies_ends_the_others(processes: int) -> None:
    with pytest.raises(ContainmentError, match="or is damaged"):
        call_each("die", [{}] * 3)
    assert call("length", b"abc") == 3
