"""What the tests run in a child process."""

import os
import sys
import time

from msglint.contained import RefusedError


def length(data: bytes, add: int = 0) -> int:
    return len(data) + add


def process(data: bytes) -> int:
    return os.getpid()


def refuse(data: bytes) -> None:
    raise RefusedError("this is not for me: try another")


def sleep(data: bytes) -> None:
    time.sleep(60)


def die(data: bytes) -> None:
    os.abort()


def fill_memory(data: bytes) -> int:
    return len(bytearray(8 << 30))


def chatter(data: bytes) -> str:
    sys.stdout.write("what a library says on standard output\n")
    return "done"


def part(data: bytes, number: int, wait: float = 0.0) -> list[int]:
    time.sleep(wait)
    return [number, os.getpid()]


def refuse_second(data: bytes, number: int) -> int:
    if number == 2:
        raise RefusedError("not the second")
    return number
