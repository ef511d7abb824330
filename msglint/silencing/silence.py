"""One file silenced: comments are put in where they do what is wished and nothing else.

Nothing is trusted that was not read back: every segment must say what it said, what was meant may not be found again,
and everything else must be, with nothing new.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from msglint.comments import directives
from msglint.correction.correct import Spot, spot
from msglint.engine import Standard, Verdict
from msglint.engine.document import judge_document
from msglint.errors import ReadError
from msglint.formats.decoding import decode
from msglint.model.document import Document
from msglint.model.judgement import Finding
from msglint.readers import Source, format_of, read
from msglint.silencing.comments import Page, Wish, can_hold, ways
from msglint.sources import SourceFile
from msglint.splicing.plan import Splice
from msglint.splicing.text_file import spliced

NOT_SILENCED = "GLO8"
"""Begins the codes of what is to be mended where it stands: the glossary, and comments themselves."""
_NO_COMMENTS = (
    "no comments are written into {} files: name the file under `per_file_ignores` in msglint.yaml, or keep a baseline "
    "(`msglint baseline create`)"
)
_NO_PLACE = "no comment can stand near it without changing the text: keep a baseline, or name it in `per_file_ignores`"

_Key = tuple[str, tuple[int, int], str]
_Placed = list[list[Splice]]


class Silencing(Struct, frozen=True):
    """What came of one file: its bytes before and after, what is silenced, and what is not, with the reason."""

    before: bytes
    data: bytes
    silenced: tuple[Finding, ...] = ()
    left: tuple[tuple[Finding, str], ...] = ()


def silence_file(file: SourceFile, standard: Standard, only: Collection[Spot], reason: str) -> Silencing:
    """Silence, in memory, what is found at these spots of a file; nothing is written."""
    try:
        data = file.read()
        document = read(Source(file.path, data), format_of(file.path))
    except ReadError:
        return Silencing(b"", b"")
    found = _found(judge_document(document, standard))
    meant = [finding for finding in found if spot(finding) in only and not finding.rule.startswith(NOT_SILENCED)]
    if not can_hold(document):
        return Silencing(data, data, left=tuple((each, _NO_COMMENTS.format(document.format)) for each in meant))
    attempt = _Attempt(file, data, document, standard, meant, reason)
    after, gone = attempt.made()
    return Silencing(
        data,
        after,
        tuple(finding for finding in meant if _key(finding, document) in gone),
        tuple((finding, _NO_PLACE) for finding in meant if _key(finding, document) not in gone),
    )


class _Attempt:
    """Comments for one document, kept only together with proof."""

    def __init__(
        self,
        file: SourceFile,
        data: bytes,
        document: Document,
        standard: Standard,
        meant: Sequence[Finding],
        reason: str,
    ) -> None:
        self._file, self._data, self._document, self._standard = file, data, document, standard
        found = _found(judge_document(document, standard))
        self._keys = {self._key(finding) for finding in found}
        places = {(finding.rule, finding.location.line) for finding in meant}
        # A comment does not tell two of a kind on its line apart.
        self._allowed = {self._key(finding) for finding in found if (finding.rule, finding.location.line) in places}
        self._there = tuple(directives(document))
        self._page = Page.of(document)
        self._lines = _by_line(meant)
        self._reason = reason
        self._placed: _Placed = []
        self._gone: set[_Key] = set()
        self._after = data

    def made(self) -> tuple[bytes, set[_Key]]:
        """The bytes with every comment that could be placed, and what is not found any more."""
        self._place(sorted(self._lines))
        return self._after, self._gone

    def _place(self, lines: list[int]) -> None:
        """All of them at once if that can be proven; else by halves, down to each in every manner."""
        lines = [line for line in lines if not self._wanted([line]) <= self._gone]
        if not lines:
            return
        first = [next(self._ways(line)) for line in lines]
        if self._proven(first, self._wanted(lines)):
            return
        if len(lines) > 1:
            middle = len(lines) // 2
            self._place(lines[:middle])
            self._place(lines[middle:])
            return
        for way in self._ways(lines[0]):
            if way != first[0] and self._proven([way], self._wanted(lines)):
                return

    def _ways(self, line: int) -> Iterator[list[Splice]]:
        codes = tuple(sorted({finding.rule for finding in self._lines[line] if self._key(finding) not in self._gone}))
        return ways(self._document, self._page, Wish(line, codes, self._reason), self._there)

    def _wanted(self, lines: Iterable[int]) -> set[_Key]:
        return {self._key(finding) for line in lines for finding in self._lines[line]}

    def _proven(self, more: _Placed, wanted: set[_Key]) -> bool:
        """Whether these comments, with those placed before, do what is wished and no more; then they are kept."""
        placed = [*self._placed, *more]
        data = self._written(placed)
        if data is None:
            return False
        try:
            document = read(Source(self._file.path, data), self._document.format)
        except ReadError:
            return False
        if _reading(document) != _reading(self._document):
            return False
        keys = {_key(finding, document) for finding in _found(judge_document(document, self._standard))}
        gone = self._keys - keys
        if keys - self._keys or not (self._gone | wanted) <= gone <= self._allowed:
            return False
        self._placed, self._gone, self._after = placed, gone, data
        return True

    def _key(self, finding: Finding) -> _Key:
        return _key(finding, self._document)

    def _written(self, placed: _Placed) -> bytes | None:
        """The file with these comments in it; None where its encoding cannot say them or is not written as it was."""
        decoded = decode(self._file.path, self._data)
        try:
            if decoded.mark + decoded.text.encode(decoded.encoding) != self._data:
                return None
            text = spliced(decoded.text, [splice for way in placed for splice in way])
            return decoded.mark + text.encode(decoded.encoding)
        except UnicodeEncodeError:
            return None


def _found(verdict: Verdict) -> list[Finding]:
    """What is found in a document, alone and beside others."""
    return [*verdict.findings, *(saying.finding for _, saying in verdict.sayings)]


def _by_line(findings: Iterable[Finding]) -> dict[int, list[Finding]]:
    found: dict[int, list[Finding]] = {}
    for finding in findings:
        if finding.location.line is not None:
            found.setdefault(finding.location.line, []).append(finding)
    return found


def _key(finding: Finding, document: Document) -> _Key:
    """What stays the same of a finding when comments are put around it: they may leave a space behind."""
    index, start = finding.order
    if 0 <= index < len(document.segments):
        start = len("".join(document.segments[index].text[:start].split()))
    return finding.rule, (index, start), finding.said


def _reading(document: Document) -> tuple[object, ...]:
    """What a document says and says of itself, wherever it stands."""
    metadata = {key: value for key, value in document.metadata.items() if key != "slips"}  # those tell lines
    segments = [replace(segment, text=" ".join(segment.text.split()), pieces=()) for segment in document.segments]
    return segments, metadata, document.unchecked
