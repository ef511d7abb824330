"""Reports of every kind that a run can come to, the nastiest among them, by name."""

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from msglint.model.document import Location
from msglint.model.judgement import Example, Excerpt, Finding, Report, Rule
from msglint.model.scale import Severity

from .reports import FINDING, report

RULE = Rule(
    "NAM101", "superseded-name", "superseded_name", Severity.ERROR, "“{said}” was renamed “{preferred}”{since}.",
    "Callers ask for [the new](name) {always}.", "rules/names.yaml",
    invalid=(Example("```\ncode\n```"), Example("Try our Business Lunch.", "Business Lunch", "Meals for Teams")),
)  # fmt: skip

PLACED = replace(FINDING, location=Location("flyers/menü.docx", place="table 1, row 2, cell 3"))
IN_MAIL = replace(
    FINDING,
    location=Location("june.eml", 3, 5, 3, 19, place="text/html part"),
    excerpt=Excerpt("our Business Lunch.", 4, 18),
)
SPOKEN = replace(
    FINDING,
    location=Location("call.vtt", 7, 5, 7, 19, place="00:00:12.000"),
    excerpt=Excerpt("our Business Lunch.", 4, 18, 7),
)
UNREAD = Finding(
    "READ001", "unreadable", Severity.ERROR, FINDING.certainty, "This file cannot be read: it is encrypted.",
    Location("price.pdf"), "", fingerprint="9e1c",
)  # fmt: skip
OF_GLOSSARY = replace(
    FINDING, rule="GLO801", name="contradiction", location=Location("glossary.yaml", 4, 5), suggestion=None, fix=None
)
BROKEN = replace(FINDING, location=Location("long.md", 2, 9, 3, 6))

WORDS = (
    "\x00\x1b[31m\x85\u2028\u202e\ufffe\ud800 ]]> </failure> <!-- --> {0} {name} %0A ::error:: \\ ``` ~~a~~ "
    "[x](1) ![x](http://evil.example) http://evil.example www.evil.example @octocat #123 !7 GH-12 :tada: $x$ | _a_ *b*"
)
TEXTS = (WORDS, '=HYPERLINK("http://evil.example")', "+1", "-1", "@SUM(A1)", "\t=1", "\r\n=1", " =1", "＝1", 'a,"b"')
PATHS = (
    "flyers/ünï 東京/ä%20b.md", "we\nird|`x`&<b>'\".md", "\udcff\udcfe.md", "../out side/x.md", "/abs olute/x.md",
    "C:/x.md", "@everyone #1.md", "=cmd.md", "a:b.md", "<stdin>", "-",
)  # fmt: skip


def reports() -> dict[str, Report]:
    """Each with its findings in the order of a real one."""
    told = [*_hostile(), *_odd_paths()]
    kinds = [FINDING, PLACED, IN_MAIL, SPOKEN, UNREAD, OF_GLOSSARY, BROKEN, FINDING]
    return {
        "nothing": _of(),
        "one": _of(FINDING),
        "of every kind": _of(*kinds, unreadable=1, skipped=3),
        "lineless": _of(PLACED),
        "unreadable": _of(UNREAD, unreadable=1),
        "hostile": _of(*told),
        "crowd": _of(*(_nth(number) for number in range(10_000))),
        "of rules unknown": replace(_of(FINDING), rules={}),
    }


def _of(*findings: Finding, **counts: object) -> Report:
    made = report(*sorted(findings, key=lambda finding: finding.location.path), **counts)
    paths = dict.fromkeys(each.location.path for each in findings if each.rule != "READ001")
    decided = {"meals-for-teams": Location("glossary.yaml", 4, 5, 4, 20)}
    return replace(
        made,
        as_of=date(2026, 6, 10),
        documents=len(paths) + 1,
        checked=(*paths, "right.md"),
        decided=decided,
        rules={"NAM101": RULE},
    )


def _hostile() -> Iterator[Finding]:
    for number, words in enumerate(TEXTS):
        yield replace(
            FINDING,
            message=f"“{words}” is now “{words}”.",
            said=words,
            suggestion=words,
            owner=words,
            location=Location("flyers/june.md", number + 1, 1, number + 1, 1 + len(words)),
            excerpt=Excerpt(words, 0, len(words), number + 1),
        )
        yield replace(PLACED, location=Location("a.docx", place=words), message=words, said=words)


def _odd_paths() -> Iterator[Finding]:
    for path in PATHS:
        yield replace(FINDING, location=Location(path, 1, 15, 1, 29))


def _nth(number: int) -> Finding:
    severity = Severity.ERROR if number % 100 == 99 else Severity.NOTE
    path = f"flyers/{number // 20:03}.md"
    return replace(FINDING, severity=severity, location=Location(path, number % 20 + 1, 15, number % 20 + 1, 29))
