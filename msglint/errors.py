"""What a user can mend. Each error names the place and the cure; none of them is ever shown as a traceback."""

from typing import NamedTuple


class MsglintError(Exception):
    """Base of everything msglint tells a user instead of a traceback; ends a run with exit status 2."""


class Problem(NamedTuple):
    """One thing wrong in a file that people write.

    `line` and `column` count from 1 in Unicode code points; None where the file as a whole is meant.
    `message` says what was found and what is allowed; `key` is the offending key or dotted path, if there is one.
    """

    path: str
    message: str
    line: int | None = None
    column: int | None = None
    key: str | None = None

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)
        return f"{place}: {self.message}"


class ProblemsError(MsglintError):
    """Several problems of one kind of file, all found in one run (`problems` is never empty)."""

    def __init__(self, problems: list[Problem] | Problem) -> None:
        self.problems: tuple[Problem, ...] = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))

    def __reduce__(self) -> tuple[type["ProblemsError"], tuple[list[Problem]]]:
        return type(self), (list(self.problems),)  # to be raised in another process, too


class GlossaryError(ProblemsError):
    """The glossary cannot be understood (contradictions are findings, GLO801, not errors)."""


class ConfigError(ProblemsError):
    """msglint.yaml, [tool.msglint], a command-line option or a rule pack cannot be understood."""


class ReadError(MsglintError):
    """A document cannot be read: becomes the finding READ001 with `reason`; the run goes on."""

    def __init__(self, path: str, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"{path}: {reason}")

    def __reduce__(self) -> tuple[type["ReadError"], tuple[str, str]]:
        return type(self), (self.path, self.reason)
