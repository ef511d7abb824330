"""Records of labels -> Labels: which kind, how each is looked for, in which language."""

from collections.abc import Iterator

from msglint.glossary.reading import Reading
from msglint.glossary.records import Record, Value
from msglint.model.glossary import Exception_, Label, LabelKind, Match


def labels_of(record: Record, language: str, reading: Reading) -> tuple[Label, ...]:
    """The labels of an entry's record: the preferred one, then the others as they are written.

    A label's own `match` keys go over the entry's; exceptions add up. Empty where the term could not be understood.
    """
    term = record.value("term")
    if term is None or term.content is None:
        return ()
    match = read_match(record.get("match"), Match(), reading)
    preferred = Label(term.content, LabelKind.PREFERRED, reading.origin(term.node), match, language=language)
    others: list[Label] = []
    for key in record.values:
        if key in _KINDS:
            others += _others(record.all(key), _KINDS[key], match, language, reading)
    return (preferred, *others)


_KINDS = {kind.value: kind for kind in LabelKind if kind is not LabelKind.PREFERRED}


def _others(values: list[Value], kind: LabelKind, match: Match, language: str, reading: Reading) -> Iterator[Label]:
    for record in (value.content for value in values):
        term = record.value("term")
        if term is None or term.content is None:
            continue
        yield Label(
            term.content,
            kind,
            reading.origin(term.node),
            read_match(record.get("match"), match, reading),
            valid_from=record.get("valid_from"),
            until=record.get("until"),
            grace=record.get("grace"),
            why=record.get("why"),
            language=record.get("language") or language,
        )


def read_match(record: Record | None, over: Match, reading: Reading) -> Match:
    """The match that holds where `record` is written below `over`."""
    if record is None:
        return over
    exceptions = tuple(Exception_(value.content, reading.origin(value.node)) for value in record.all("not"))
    inflect = record.get("inflect")
    return Match(
        case=record.get("case") or over.case,
        fuzzy=record.get("fuzzy") or over.fuzzy,
        inflect=over.inflect if inflect is None else inflect,
        pos=record.get("pos") or over.pos,
        exceptions=over.exceptions + exceptions,
    )
