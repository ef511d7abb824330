"""GLO804 for `match.not`: exceptions that nothing in the documents needed. The engine knows which were used."""

from collections.abc import Collection, Iterator

from msglint.glossary.health import Trouble, finding
from msglint.model.glossary import Entry, Exception_, Glossary
from msglint.model.judgement import Finding, Rule

SCOPE = "engine"


def idle_exceptions(glossary: Glossary, used: Collection[Exception_], rule: Rule) -> Iterator[Finding]:
    """A finding for each exception of the glossary that is not among the `used` ones, once, at its own line.

    The rule's message gets {problem}, {said}, {owner} and {ask}.
    """
    for entry in glossary.entries:
        for exception in _exceptions(entry):
            if exception not in used:
                problem = (
                    f"The exception “{exception.phrase}” of “{entry.preferred.text}” occurs in none of the documents; "
                    "remove it, or mend its wording"
                )
                identity = f"exception {exception.phrase}"
                yield finding(Trouble(exception.origin, exception.phrase, problem, identity, entry), rule)


def _exceptions(entry: Entry) -> Iterator[Exception_]:
    """Each exception of an entry once, though it holds for several labels."""
    return iter(dict.fromkeys(exception for label in entry.labels for exception in label.match.exceptions))
