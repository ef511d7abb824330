"""How a baseline knows paths: relative to the folder of its file, with forward slashes, wherever a run starts."""

from collections.abc import Callable, Iterable, Sequence
import os

from msglint.baseline.known import Baseline, Comparison
from msglint.model.judgement import Finding


def compared(baseline: Baseline, file: str, findings: Sequence[Finding], judged: Iterable[str]) -> Comparison:
    """What findings, from a run that judged the documents of these paths, are to the baseline kept in `file`."""
    seen = seen_from(file)
    here = {seen(path) for path in judged}
    folder = os.path.dirname(os.path.abspath(file))
    return baseline.compare(findings, seen, lambda path: path in here or not os.path.exists(os.path.join(folder, path)))


def seen_from(file: str) -> Callable[[str], str]:
    """How the baseline kept in `file` knows a path that is shown relative to the working directory."""
    folder = os.path.dirname(os.path.abspath(file))

    def seen(path: str) -> str:
        try:
            return os.path.relpath(path, folder).replace(os.sep, "/")
        except ValueError:  # another drive of Windows
            return os.path.abspath(path).replace(os.sep, "/")

    return seen
