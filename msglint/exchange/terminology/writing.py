"""Entries -> TBX-Basic in DCA style, the one that most term bases read (https://www.tbxinfo.net/tbx-dialects/)."""

from collections import Counter
from collections.abc import Iterator
import re
from xml.sax.saxutils import escape, quoteattr

from msglint.agreement.plain import Fields
from msglint.exchange.terminology import MADE_BY, PREFIX
from msglint.exchange.written import fields_of
from msglint.glossary.entries import Defaults
from msglint.lazy_pattern import lazy_pattern
from msglint.model.glossary import Entry, EntryType, Glossary, Label, LabelKind
from msglint.text.counting import entries_counted

_STATUS = {
    LabelKind.PREFERRED: "preferredTerm-admn-sts",
    LabelKind.ADMITTED: "admittedTerm-admn-sts",
    LabelKind.SUPERSEDED: "supersededTerm-admn-sts",
    LabelKind.DEPRECATED: "deprecatedTerm-admn-sts",
    LabelKind.HIDDEN: "deprecatedTerm-admn-sts",
}
_HELD = {"term", "id", "type", "language", "definition", "note", *(kind.value for kind in LabelKind)}
"""Keys of an entry that TBX holds."""
_NO_XML = lazy_pattern("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NO_NAME = lazy_pattern(r"[^\w.-]|_x[0-9a-f]+_|[\u00b2\u00b3\u00b9\u00bc-\u00be]")


def tbx_of(glossary: Glossary) -> bytes:
    """The file, in UTF-8."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<tbx type="TBX-Basic" style="dca" xml:lang={quoteattr(glossary.language)} '
        'xmlns="urn:iso:std:iso:30042:ed-2">',
        "  <tbxHeader>",
        "    <fileDesc>",
        *(
            [f"      <titleStmt><title>{_text(glossary.organization)}</title></titleStmt>"]
            if glossary.organization
            else []
        ),
        f"      <sourceDesc><p>{MADE_BY}</p></sourceDesc>",
        "    </fileDesc>",
        "  </tbxHeader>",
        "  <text>",
        "    <body>",
        *(f"      {line}" for entry in glossary.entries for line in _concept(entry)),
        "    </body>",
        "  </text>",
        "</tbx>",
    ]
    return ("\n".join(lines) + "\n").encode("utf-8")


def xml_id(id: str) -> str:
    """An id as an XML name; what no name may hold is written as _xHHHH_."""
    return PREFIX + _NO_NAME.sub(lambda found: "".join(f"_x{ord(c):04x}_" for c in found[0]), id)


def id_of(name: str) -> str | None:
    """The id that `xml_id` wrote; None for a name of another program's."""
    if not name.startswith(PREFIX):
        return None
    return re.sub(r"_x([0-9a-f]{4,6})_", lambda found: chr(int(found[1], 16)), name.removeprefix(PREFIX))


def left_out(glossary: Glossary) -> tuple[str, ...]:
    """What is said of entries that TBX does not hold, in words."""
    counts: Counter[str] = Counter()
    for entry in glossary.entries:
        fields = fields_of(entry, Defaults(entry.language))
        counts.update(key for key in fields if key not in _HELD)
        counts.update(f"{key} of names" for key in _of_labels(fields))
    if not counts:
        return ()
    said = ", ".join(f"{key} ({entries_counted(count)})" for key, count in counts.items())
    return (f"TBX holds names, definitions and notes, so this was left out: {said}",)


def _of_labels(fields: Fields) -> set[str]:
    labels = [each for kind in LabelKind for each in _listed(fields.get(kind.value))]
    return {key for label in labels if isinstance(label, dict) for key in label.keys() - {"term", "why", "language"}}


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _concept(entry: Entry) -> Iterator[str]:
    yield f"<conceptEntry id={quoteattr(xml_id(entry.id))}>"
    if entry.type is not EntryType.TERM:
        yield f'  <descrip type="subjectField">{entry.type.value}</descrip>'
    if entry.definition:
        yield f'  <descrip type="definition">{_text(entry.definition)}</descrip>'
    if entry.note:
        yield f"  <note>{_text(entry.note)}</note>"
    languages = dict.fromkeys(label.language or entry.language for label in entry.labels)
    for language in languages:
        yield f"  <langSec xml:lang={quoteattr(language)}>"
        for label in entry.labels:
            if (label.language or entry.language) == language:
                yield from (f"    {line}" for line in _term(label))
        yield "  </langSec>"
    yield "</conceptEntry>"


def _term(label: Label) -> Iterator[str]:
    yield "<termSec>"
    yield f"  <term>{_text(label.text)}</term>"
    yield f'  <termNote type="administrativeStatus">{_STATUS[label.kind]}</termNote>'
    if label.kind is LabelKind.HIDDEN:
        yield '  <termNote type="termType">variant</termNote>'
    if label.why:
        yield f"  <note>{_text(label.why)}</note>"
    yield "</termSec>"


def _text(text: str) -> str:
    """Character data; what XML cannot hold is left out as U+FFFD."""
    return escape(_NO_XML.sub("\ufffd", text))
