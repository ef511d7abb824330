"""What changed in an entry's names."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from msgspec import Struct

from msglint.glossary import in_words
from msglint.glossary.change import Act, Change
from msglint.glossary.standing import stale_from
from msglint.model.glossary import Entry, Label, LabelKind, Match

_KINDS = {
    LabelKind.PREFERRED: "name",
    LabelKind.ADMITTED: "admitted name",
    LabelKind.SUPERSEDED: "former name",
    LabelKind.DEPRECATED: "name never to be said",
    LabelKind.HIDDEN: "known slip",
}
_Key = tuple[LabelKind, str]


def name_changes(before: Entry, after: Entry) -> Iterator[Change]:
    """The rename first, then names that came and went, then what changed about those that stayed."""
    old, new = _by_key(before), _by_key(after)
    gone = {key for key in old if key not in new}
    come = {key for key in new if key not in old}
    if before.preferred.text != after.preferred.text:
        yield _renamed(before, after)
        explained = {before.preferred.text, after.preferred.text}
        gone = {key for key in gone if key[1] not in explained}
        come = {key for key in come if key[1] not in explained}
    yield from _moved([key for key in old if key in gone], [key for key in new if key in come])
    yield from _altered([(label, new[key]) for key, label in old.items() if key in new])


def _by_key(entry: Entry) -> dict[_Key, Label]:
    return {(label.kind, label.text): label for label in entry.labels}


def _renamed(before: Entry, after: Entry) -> Change:
    old = before.preferred.text
    kept = [label for label in after.labels if label.text == old]
    day = stale_from(after, kept[0]) if kept and not kept[0].kind.current else after.valid_from
    said = f"renamed from “{old}” to “{after.preferred.text}”"
    return Change(Act.RENAMED, "term", f"{said} on {in_words.day(day)}" if day else said, day)


def _moved(gone: list[_Key], come: list[_Key]) -> Iterator[Change]:
    """Names that are new, that are no more, and that are now of another kind."""
    stays = {text: kind for kind, text in come}
    left = {text for _, text in gone}
    for kind, text in gone:
        if text not in stays:
            yield Change(Act.CHANGED, kind.value, f"{_KINDS[kind]} “{text}” removed")
        else:
            said = f"“{text}” is now a {_KINDS[stays[text]]}, no longer a {_KINDS[kind]}"
            yield Change(Act.CHANGED, stays[text].value, said.replace("a admitted", "an admitted"))
    for kind, text in come:
        if text not in left:
            yield Change(Act.CHANGED, kind.value, f"{_KINDS[kind]} “{text}” added")


class _Detail(Struct, frozen=True):
    key: str
    name: str
    before: str
    after: str


def _altered(pairs: list[tuple[Label, Label]]) -> Iterator[Change]:
    """What changed about names that stayed; said once of all the names it changed for (an entry's `match`)."""
    found: dict[_Detail, list[str]] = defaultdict(list)
    for old, new in pairs:
        for detail in _details(old, new):
            found[detail].append(new.text)
    for detail, names in found.items():
        key = "match" if detail.key == "match" else detail.key
        said = f"{in_words.quoted(names)}: {detail.name} “{detail.before}” → “{detail.after}”"
        yield Change(Act.CHANGED, key, said.replace("“”", "nothing"))


def _details(old: Label, new: Label) -> Iterator[_Detail]:
    key = new.kind.value
    days = (("valid from", old.valid_from, new.valid_from), ("until", old.until, new.until))
    for name, one, other in days:
        if one != other:
            yield _Detail(key, name, in_words.day(one) if one else "", in_words.day(other) if other else "")
    if old.grace != new.grace:
        spans = [in_words.duration(span) if span else "" for span in (old.grace, new.grace)]
        yield _Detail(key, "grace", *spans)
    for name, said, instead in (("why", old.why, new.why), ("language", old.language, new.language)):
        if said != instead:
            yield _Detail(key, name, said or "", instead or "")
    yield from _matched(old.match, new.match)


def _matched(old: Match, new: Match) -> Iterator[_Detail]:
    for key in ("case", "fuzzy", "inflect", "pos"):
        one, other = getattr(old, key), getattr(new, key)
        if one != other:
            yield _Detail("match", key, _written(one), _written(other))
    phrases = [_phrases(match) for match in (old, new)]
    if phrases[0] != phrases[1]:
        yield _Detail("match", "exceptions", *(", ".join(found) for found in phrases))


def _phrases(match: Match) -> Iterable[str]:
    return [exception.phrase for exception in match.exceptions]


def _written(value: object) -> str:
    return "" if value is None else str(value).lower()
