"""How a command has its documents judged: by how many processes, with which results of earlier runs, who watches."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct, field

from msglint.cli._cache_folder import cache_folder
from msglint.cli._output import tell
from msglint.cli._progress import watched
from msglint.engine import Standard, Verdict
from msglint.running.most import Most
from msglint.running.run import judge_all
from msglint.sources import SourceFile
from msglint.text.showing import visible


class Judging(Struct, frozen=True):
    """`jobs`: None for as many as there are processors; `cache`: a folder, or None for no results of earlier runs;
    `most`: what one document may take."""

    jobs: int | None = None
    cache: Path | None = field(default_factory=cache_folder)
    quiet: bool = False
    most: Most | None = None

    def verdicts(self, files: Sequence[SourceFile], standard: Standard) -> tuple[Verdict, ...]:
        """The verdict of each file. What keeps earlier results from being used is told, and no more than that."""
        return tuple(self.one_by_one(files, standard))

    def one_by_one(self, files: Sequence[SourceFile], standard: Standard) -> Iterator[Verdict]:
        """The same, each as soon as it is there."""
        judged = judge_all(files, standard, self.jobs, self.cache, self._warn, self.most)
        return watched(judged, len(files), hidden=self.quiet)

    def _warn(self, trouble: str) -> None:
        if not self.quiet:
            tell(visible(trouble))
