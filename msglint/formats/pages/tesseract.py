"""Pictures -> words, by the `tesseract` program where it is installed."""

import io
import os

from msglint.contained import RefusedError

MISSING = "install tesseract to read it"

_WORD = "5"  # the level of words in tesseract's TSV; 1 to 4 are page, block, paragraph, line
_LEAST_PIXELS_PER_INCH = "300"  # told to tesseract where the picture does not say; scans for print have it


def installed() -> bool:
    import shutil

    return shutil.which("tesseract") is not None


def recognise(picture: bytes, seconds: float, language: str | None = None) -> list[list[object]]:
    """[text, confidence 0–100, block, paragraph, line] of each word, in reading order.

    `language` as tesseract names it ("deu", "eng+fra"); None is tesseract's default. Raises RefusedError where
    tesseract cannot read the picture, or not within `seconds`.
    """
    import subprocess

    command = ["tesseract", "stdin", "stdout", "--dpi", _LEAST_PIXELS_PER_INCH, *(["-l", language] if language else [])]
    try:
        done = subprocess.run(
            [*command, "tsv"],
            input=picture,
            capture_output=True,
            timeout=seconds,
            check=False,
            # Its threads wait for each other: with all of them a page took 14 s, with one 2 s (2 cores).
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired:
        raise RefusedError(f"tesseract takes longer than {seconds:g} seconds to read it") from None
    except OSError as error:
        raise RefusedError(f"tesseract cannot be started: {error.strerror}") from None
    if done.returncode:
        raise RefusedError(f"tesseract cannot read it: {_last_words(done.stderr)}")
    return _words(done.stdout.decode("utf-8", "replace"))


def _last_words(complaint: bytes) -> str:
    lines = [line.strip() for line in complaint.decode("utf-8", "replace").splitlines() if line.strip()]
    return lines[-1][:200] if lines else "it gives no reason"


def _words(table: str) -> list[list[object]]:
    import csv

    rows = csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE)
    return [
        [row["text"], float(row["conf"]), int(row["block_num"]), int(row["par_num"]), int(row["line_num"])]
        for row in rows
        if row["level"] == _WORD and row["text"].strip()
    ]
