"""A run of `msglint coverage`."""

from collections.abc import Sequence

from msglint.cli._documents import documents
from msglint.cli._output import tell
from msglint.cli._standard import standard_of
from msglint.config.settings import Settings
from msglint.digest.coverage.gaps import By, Coverage, coverage_of
from msglint.digest.coverage.spoken import Spoken, spoken
from msglint.errors import ReadError
from msglint.model.judgement import Circumstances
from msglint.text.showing import visible


def run(
    settings: Settings, paths: Sequence[str], given: Circumstances, by: By, output: str | None
) -> tuple[Coverage, bool]:
    """What is not mentioned, and whether something named could not be read. Raises ConfigError and GlossaryError."""
    standard = standard_of(settings, given.as_of, audience=given.audience, channel=given.channel, region=given.region)
    walk = documents(paths, standard, written=[output] if output else [])
    found: list[Spoken] = []
    unread = bool(walk.problems)
    for file in walk.files:
        try:
            found.append(spoken(file, standard))
        except ReadError as error:
            tell(visible(f"{file.path}: could not be read: {error.reason}"))
            unread |= file.named
    for problem in walk.problems:
        tell(problem)
    return coverage_of(standard.glossary, found, given.as_of, by), unread
