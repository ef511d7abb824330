"""Definitions: "An MQL is …", "MQL: …", "by lead we mean …", glossary tables and lists.

Mentions have kind "definition", the span of the definiens, and a `Definition` as their value. What is defined, and
whether it is a definition or a remark ("an MQL is only the beginning"), is for others to say.
"""

from collections.abc import Iterator
import re

from msglint.facts.defining import Definition, Form, is_glossary_title, meaning_columns
from msglint.facts.layout import Layout
from msglint.glossary.lexicon import Lexicon
from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import Document, Role, Segment
from msglint.model.judgement import Circumstances, Mention
from msglint.model.scale import Certainty
from msglint.text.sentences import sentence_starts

_TRIGGER = lazy_pattern(
    r"[mrdiacb](?:(?<=\bm)eans?\b|(?<=\br)efers? to\b|(?<=\bd)(?:enotes?\b|efin)|(?<=\bi)s\s|(?<=\ba)re\s"
    r"|(?<=\bc)ounts? as\s|(?<=\bb)ecomes?\s)|[:=]|\s[–—-]\s"
)
_GENERAL = (
    r"(?:an?|the|any|every|all|each|our|some(?:one|body)|any(?:one|body)|every(?:one|body|thing)|who(?:so)?ever|those)"
)
_OPENING = rf"(?={_GENERAL}\b|[a-z]+s (?:who|that|which|whose|with|without)\b|people\b|[a-z]+s [a-z]+ed\b)"
_SUBJECT = r"(?P<subject>[^\n:;=?]{1,80}?)"
_FORMS = tuple(
    (form, needs, lazy_pattern(pattern, re.IGNORECASE))
    for form, needs, pattern in (
        (Form.EXPLICIT, ("by ",), r"\bby (?P<subject>[^.;:?]{1,60}?),? we (?:all )?(?:mean|understand)(?: only)?:? "),
        (
            Form.EXPLICIT,
            ("define ",),
            r"\b(?:we|teams|both teams|sales|marketing) (?:\w+ )?define (?P<subject>[^.;:?]{1,60}?) (?:as|to be):? ",
        ),
        (
            Form.EXPLICIT,
            ("defined ", "understood ", "described "),
            rf"\A{_SUBJECT} (?:is|are) (?:here |\w+ly )?(?:defined|understood|described) (?:here )?(?:as|to be):? ",
        ),
        (
            Form.EXPLICIT,
            ("mean", "refer", "denote"),
            rf"\A{_SUBJECT} (?:means|mean|refers? (?:only )?to|denotes?)(?: that)?:? ",
        ),
        (Form.EXPLICIT, ("=",), rf"\A{_SUBJECT}[ \t]*= ?"),
        (Form.COPULA, ("is", "are"), rf"\A{_SUBJECT}\s(?:is|are)\s(?:now |always |simply |for us )?{_OPENING}"),
        (Form.COLON, (":", "–", "—", "-"), r"\A(?P<subject>[^\n:;=?]{1,60}?) ?(?::\s|\s[–—-]\s)"),
    )
)
"""Each with literals in small letters of which one stands in whatever has that form."""
_REVERSED = lazy_pattern(
    r"\A(?P<definiens>(?:any|every|all|whoever|each)\w*\b[^.;:?]{3,120}?),? "
    r"(?:is|are|counts? as|becomes?|qualif(?:y|ies) as) (?P<subject>(?:an? |our )?[^.;:?,]{2,60}?)\s*[.;!]?\Z",
    re.IGNORECASE,
)
_LISTED = lazy_pattern(r"(?P<subject>[^\n:]{1,80})\n:[ \t]+(?P<definiens>[^\n]+)")
_BREAK = lazy_pattern(r"\n(?=[^\n]{1,40}[:=] )")
_ENDS = lazy_pattern(r"[.!;]\s|[.!;]\Z|\s*\Z|\n(?=[^\n]{1,40}[:=] )|\n:")
_ASKED = lazy_pattern(
    r"\s*what (?:is|are|does|do) (?P<subject>.{2,60}?)(?: mean(?: to us| here)?)?\s*\?\s*\Z", re.IGNORECASE
)
_TAGGED = lazy_pattern(r"<(?P<tag>d[td])\b[^<>]*>\s*(?:<[^<>]{0,80}>\s*){0,3}\Z", re.IGNORECASE)
_SHORTEST = 6
_NOTHING = Segment("")


def find(document: Document, lexicon: Lexicon, circumstances: Circumstances) -> Iterator[Mention]:
    """Everything in a document that has the shape of a definition, in no special order."""
    layout, before = Layout(document), _NOTHING
    for segment in document.segments:
        if segment.role is not Role.CODE:
            if segment.role is not Role.TITLE and _TRIGGER.search(segment.text):
                yield from _in_text(segment, layout)
            if before.role is Role.TITLE and segment.role in (Role.BODY, Role.ITEM):
                yield from _under_title(segment, before, layout)
        before = segment
    yield from _in_tables(layout)
    yield from _in_lists(document)


def _is_in_glossary(segment: Segment, layout: Layout) -> bool:
    return any(is_glossary_title(title.text) for title in layout.titles(segment))


def _in_text(segment: Segment, layout: Layout) -> Iterator[Mention]:
    text = segment.text
    for match in _LISTED.finditer(text) if "\n:" in text else ():
        listed = _mention(segment, match.span("definiens"), Form.EXPLICIT, segment, match.span("subject"))
        if listed:
            yield listed
    starts = sentence_starts(text)
    for start, end in zip(starts, (*starts[1:], len(text)), strict=True):
        breaks = _BREAK.finditer(text[start:end]) if "\n" in text else ()
        for line in [start, *(start + match.end() for match in breaks)]:
            found = _in_sentence(segment, line, end, layout)
            if found:
                yield found


def _in_sentence(segment: Segment, start: int, end: int, layout: Layout) -> Mention | None:
    sentence = segment.text[start:end]
    if reverse := _REVERSED.match(sentence.strip()):
        shift = start + len(sentence) - len(sentence.lstrip())
        a, b = reverse.span("definiens")
        c, d = reverse.span("subject")
        return _mention(segment, (shift + a, shift + b), Form.COPULA, segment, (shift + c, shift + d))
    stands_there = sentence.casefold().__contains__
    for form, needs, pattern in _FORMS:
        match = pattern.search(sentence) if any(map(stands_there, needs)) else None
        if match is None:
            continue
        a, b = match.span("subject")
        stop = _end_of(segment.text, start + match.end(), end)
        shown = Form.EXPLICIT if form is Form.COLON and _is_in_glossary(segment, layout) else form
        return _mention(segment, (start + match.end(), stop), shown, segment, (start + a, start + b))
    return None


def _end_of(text: str, start: int, end: int) -> int:
    """Where a definiens ends: with its sentence, at a semicolon, or where the next line defines something else."""
    match = _ENDS.search(text, start, end)
    stop = match.start() if match else end
    return start + len(text[start:stop].rstrip(" \n.;!"))


def _mention(
    segment: Segment, span: tuple[int, int], form: Form, term: Segment, subject: tuple[int, int]
) -> Mention | None:
    start, end = span
    while start < end and segment.text[start].isspace():
        start += 1
    if end - start < _SHORTEST:
        return None
    return Mention(segment, start, end, "definition", Certainty.LIKELY, value=Definition(form, term, subject))


def _under_title(segment: Segment, before: Segment, layout: Layout) -> Iterator[Mention]:
    """A paragraph right below "What is an MQL?", or below a bare term in a glossary."""
    asked = _ASKED.match(before.text)
    if not asked and not _is_in_glossary(before, layout):
        return
    starts = sentence_starts(segment.text)
    end = _end_of(segment.text, 0, starts[1] if len(starts) > 1 else len(segment.text))
    span = asked.span("subject") if asked else (0, len(before.text))
    found = _mention(segment, (0, end), Form.COPULA if asked else Form.EXPLICIT, before, span)
    if found:
        yield found


def _in_tables(layout: Layout) -> Iterator[Mention]:
    for table in layout.tables.values():
        columns = meaning_columns({column: cell.text for column, cell in table.header.items()})
        if columns is None:
            continue
        term, meaning, form = columns
        for number, row in table.rows.items():
            if number != min(table.rows) and term in row and meaning in row:
                cell = row[meaning]
                found = _mention(cell, (0, len(cell.text.rstrip())), form, row[term], (0, len(row[term].text)))
                if found:
                    yield found


def _in_lists(document: Document) -> Iterator[Mention]:
    """HTML's definition lists: every <dd> defines the <dt> before it."""
    term: Segment | None = None
    for segment in document.segments:
        source = document.texts.get(segment.part)
        if source is None or segment.role is not Role.ITEM or not segment.pieces:
            continue
        at = segment.pieces[0].source_start
        match = _TAGGED.search(source, max(0, at - 300), at)
        if match and match["tag"].casefold() == "dt":
            term = segment
        elif match and term is not None:
            found = _mention(segment, (0, len(segment.text.rstrip())), Form.EXPLICIT, term, (0, len(term.text)))
            if found:
                yield found
