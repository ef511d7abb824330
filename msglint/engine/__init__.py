"""The pipeline: a file's bytes become a document, mentions, statements, findings; all findings become the report.

`document` judges one document, `run` what only shows across documents, `report` puts it all together. Every step is a
pure function of picklable values, so that files can be judged in any order, anywhere.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache

from msgspec import Struct, field
from msgspec.structs import replace

from msglint import registry
from msglint.circumstances import circumstances_of
from msglint.config.settings import Settings
from msglint.errors import ReadError
from msglint.glossary.lexicon import Lexicon, compile_lexicon
from msglint.model.document import Document, Role, Segment
from msglint.model.glossary import Exception_, Glossary
from msglint.model.judgement import Circumstances, Finding, Rule, Saying
from msglint.model.scale import Certainty
from msglint.readers import Source, dated, format_of, read
from msglint.screen import Need, Screen
from msglint.sources import SourceFile
from msglint.text.reading_order import in_order

Said = tuple[str, Saying]
"""What a document says for the run to judge, with the code of the rule that will."""


class Standard(Struct, frozen=True, dict=True):
    """What documents are held against, the same for a whole run.

    rules    the active ones, by code
    resting  codes of rules that are on by default and do not run: what only they could use is not called idle
    names    the code of every rule there is by its name, for comments that name rules
    given    the day, and what the command line says of every document
    """

    glossary: Glossary
    lexicon: Lexicon
    rules: Mapping[str, Rule]
    given: Circumstances
    resting: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    settings: Settings = Settings()
    min_certainty: Certainty = Certainty.LIKELY

    @cached_property
    def screen(self) -> Screen:
        return Screen(self.glossary, self.lexicon, self.rules)


class Verdict(Struct, frozen=True):
    """What one file came to.

    exceptions  those of `match.not` that kept something from being found
    sayings     what only the whole run can judge, with the code of the rule that does
    unreadable  nothing of it could be read: READ001;  incomplete  some of it could not be: READ002
    remarks     what the document says to msglint that means nothing, to be told beside the findings
    entries     ids of the glossary's entries that the document itself speaks of, rightly or wrongly
    textless    whether there was nothing in it to judge
    judged_as   on which day and for whom it was judged; None where it could not be read
    """

    path: str
    findings: tuple[Finding, ...] = ()
    exceptions: frozenset[Exception_] = frozenset()
    sayings: tuple[Said, ...] = ()
    unreadable: bool = False
    incomplete: bool = False
    remarks: tuple[str, ...] = ()
    entries: frozenset[str] = frozenset()
    textless: bool = False
    judged_as: Circumstances | None = None


def judge_files(files: Iterable[SourceFile], standard: Standard) -> Iterator[Verdict]:
    """Judge file after file, in the order given."""
    for file in files:
        yield judge_file(file, standard)


def judge_file(file: SourceFile, standard: Standard) -> Verdict:
    """Read and judge one file; a file that cannot be read is a finding, READ001."""
    try:
        source, format = Source(file.path, file.read()), format_of(file.path)
        skim = standard.screen.skimmed(source, format)
        document = None if skim else read(source, format)
        if document:
            skim = standard.screen.skimmed_as_read(source, document)
        need = standard.screen.need(skim) if skim else None
        if skim and not (need and (document or _may_matter(need, file.path, standard))):
            return _nothing(document or Document(file.path, "", ()), standard)
        document = document or read(source, format)
    except ReadError as error:
        return unread(file.path, error.reason, standard)
    from msglint.engine.document import judge_document  # most files end before: they hold nothing to judge

    return judge_document(document, standard, need)


def unread(path: str, reason: str, standard: Standard) -> Verdict:
    """What a file came to that cannot be read."""
    from msglint.engine.unreadable import UNREADABLE, unread_finding

    return Verdict(path, tuple(unread_finding(UNREADABLE, path, reason, standard.rules)), unreadable=True)


def _may_matter(need: Need, path: str, standard: Standard) -> bool:
    """Whether anything may come of a document: where only a few blocks tell, that is seen by judging these alone.

    They name nothing of ours, so that what stands around them could only take a finding back.
    """
    if need.blocks is None:
        return True
    from msglint.engine.document import judge_document

    segments = (Segment(block, role) for block in need.blocks for role in (Role.BODY, Role.ITEM))
    alone = dated(Document(path, "txt", tuple(segments)))
    verdict = judge_document(alone, standard, replace(need, blocks=None))
    return bool(verdict.findings or verdict.sayings or verdict.entries)


def _nothing(document: Document, standard: Standard) -> Verdict:
    """The verdict on a document in which nothing is said that matters."""
    return Verdict(document.path, judged_as=circumstances_of(document, standard.given, standard.settings))


def judge_text(
    text: str, format: str, glossary: Glossary, rules: Mapping[str, Rule], given: Circumstances
) -> tuple[Finding, ...]:
    """Judge one text as if it stood in a file of its own, of that format: what rules' examples are proved by.

    It is judged at `likely`, or as low as the findings of all these checks are (their CERTAINTY).
    """
    from msglint.engine.run import judge_run

    checks = [registry.load("msglint.checks", rule.check) for rule in rules.values()]
    least = max((getattr(check, "CERTAINTY", Certainty.LIKELY) for check in checks), default=Certainty.LIKELY)
    standard = Standard(glossary, _lexicon(glossary), rules, given, min_certainty=least)
    verdict = judge_file(SourceFile(f"example.{format}", data=text.encode()), standard)
    return in_order([*verdict.findings, *judge_run([verdict], standard)])


@lru_cache(maxsize=4)
def _lexicon(glossary: Glossary) -> Lexicon:
    """A pack has dozens of examples and one glossary for them."""
    return compile_lexicon(glossary)
