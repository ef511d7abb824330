"""What is wrong with a glossary that can be understood: troubles, found here, judged by the GLO checks."""

from msgspec import Struct

from msglint.model.document import Location
from msglint.model.glossary import Entry, Label, Origin, Status
from msglint.model.judgement import Finding, Rule
from msglint.model.scale import Certainty, Severity
from msglint.text.fingerprint import fingerprint


class Trouble(Struct, frozen=True):
    """One contradiction: where it is written, the words there, and what to do, as a sentence without its full stop.

    identity    what makes it this trouble and no other, whatever line it moves to
    suggestion  the words to write instead of `said`, where there are single ones
    """

    origin: Origin
    said: str
    problem: str
    identity: str
    entry: Entry
    suggestion: str | None = None


def finding(trouble: Trouble, rule: Rule) -> Finding:
    """The finding of a trouble, at its line of the glossary. A proposed entry never weighs more than a note."""
    entry, origin = trouble.entry, trouble.origin
    end_line = origin.line if origin.end_column is not None else None
    return Finding(
        rule=rule.code,
        name=rule.name,
        severity=Severity.NOTE if entry.status is Status.PROPOSED else rule.severity,
        certainty=Certainty.CERTAIN,
        message=rule.say(
            problem=trouble.problem,
            said=trouble.said,
            owner=entry.owner or "",
            ask=f" Ask {entry.owner}." if entry.owner else "",
        ),
        location=Location(origin.path, origin.line, origin.column, end_line, origin.end_column),
        said=trouble.said,
        suggestion=trouble.suggestion,
        entry=entry.id,
        owner=entry.owner,
        fingerprint=fingerprint(rule.code, entry.id, trouble.identity, 0, len(trouble.identity)),
        order=(origin.line, origin.column),
    )


def where(origin: Origin, seen_from: Origin) -> str:
    """A place as seen from another: "line 12", with the file's name where it is another file."""
    return f"line {origin.line}" if origin.path == seen_from.path else f"{origin.path}:{origin.line}"


def label_key(label: Label) -> tuple[str, str]:
    """What labels share that are one name: equal but for case, in one language.

    A single word keeps its case, by which it is told from another ("Gold", the plan, and "gold").
    """
    text = " ".join(label.text.split())
    tongue = (label.language or "").partition("-")[0].casefold()
    return (text.casefold() if " " in text else text, tongue)
