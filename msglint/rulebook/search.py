"""What the checks of text rules share: their common options, and the search for words in what is prose."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
import re

from msgspec import Struct

from msglint.model.document import Document, Segment
from msglint.model.judgement import Rule
from msglint.rulebook.options import Option
from msglint.rulebook.patterns import covered, word_pattern
from msglint.rulebook.scopes import Stretch, stretches

EXCEPTIONS = Option("patterns", "words or patterns that are fine, and everything found inside them", default=())
IGNORECASE = Option("flag", "true: capitals and small letters are one", default=False)
NONWORD = Option("flag", "true: a pattern may begin and end within a word", default=False)
SCOPE_OPTION = Option("scope", "where to look: text (everywhere), heading, list, table, sentence …", default=("text",))


class Hit(Struct, frozen=True):
    """A place found: segment.text[start:end], and the match within the stretch that was searched."""

    segment: Segment
    start: int
    end: int
    match: "re.Match[str]"


def words_of(rule: Rule, name: str) -> tuple[str, ...]:
    """A rule's option that is a list of words, or the keys of one that is a mapping."""
    value = rule.options.get(name) or ()
    if isinstance(value, str):
        return (value,)
    return tuple(value) if isinstance(value, (tuple, list, Mapping)) else ()


def scope_of(rule: Rule) -> Sequence[str]:
    """Where a rule looks."""
    return words_of(rule, "scope") or ("text",)


def hits(document: Document, rule: Rule, patterns: tuple[str, ...]) -> Iterator[Hit]:
    """Every place in the rule's scope where one of the patterns matches, in reading order; overlaps said once."""
    found = (hit for stretch in stretches(document, scope_of(rule)) for hit in hits_in(stretch, rule, patterns))
    for _, same in groupby(found, key=lambda hit: (id(hit.segment), hit.start, hit.end)):
        yield next(same)


def hits_in(stretch: Stretch, rule: Rule, patterns: tuple[str, ...], excepting: bool = True) -> Iterator[Hit]:
    """The places in one stretch; with `excepting`, those left out that lie within one of the rule's `exceptions`."""
    ignorecase, nonword = bool(rule.options.get("ignorecase")), bool(rule.options.get("nonword"))
    exceptions = words_of(rule, "exceptions") if excepting else ()
    matches = [match for match in word_pattern(patterns, ignorecase, nonword).finditer(stretch.text) if match[0]]
    fine: list[tuple[int, int]] = []
    if matches and exceptions:
        fine = [match.span() for match in word_pattern(exceptions, ignorecase).finditer(stretch.text)]
    for match in matches:
        start, end = stretch.start + match.start(), stretch.start + match.end()
        # What the reader put in between two pieces of text (a joining space) stands nowhere in the file.
        written = not stretch.segment.pieces or bool(stretch.segment.source_spans(start, end))
        if written and not covered(*match.span(), fine):
            yield Hit(stretch.segment, start, end, match)
