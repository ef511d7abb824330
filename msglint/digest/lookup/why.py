"""Why something was found, in a few words: "one letter off “Business Lunch”, the old name until 28 February"."""

from msglint.digest.lookup.search import How, Match
from msglint.digest.view import View
from msglint.glossary import in_words
from msglint.glossary.standing import Standing, standing
from msglint.model.glossary import Entry, Label, LabelKind

_NUMBERS = ("no", "one", "two", "three", "four")


def why(match: Match, entry: Entry, label: Label | None, view: View) -> str:
    """How a match came about; `label` is None for a code. "" where the name was asked for just as it is."""
    if label is None:
        return f"{'' if match.how <= How.FORM else 'reads like '}code {entry.code}"
    kind = kind_of(entry, label, view)
    if match.how in (How.NAME, How.FORMER):
        return kind
    name = f"“{label.text}”" + (f", {kind}" if kind else "")
    return _HOW[match.how].format(name=name, words=_words(match), off=_off(match.distance))


_HOW = {
    How.FORM: "another form of {name}",
    How.INITIALS: "initials of {name}",
    How.SLIP: "{off} {name}",
    How.SOUND: "sounds like {name}",
    How.ORDER: "the words of {name}",
    How.WORDS: "has {words}: {name}",
    How.PART: "has the name {name}",
    How.SOME: "has {words}: {name}",
    How.SIMILAR: "reads like {name}",
}


def kind_of(entry: Entry, label: Label, view: View) -> str:
    """What the label is to the entry; "" for its own name."""
    if label.kind is LabelKind.ADMITTED:
        return "also right" if standing(entry, label, view.as_of) is Standing.RIGHT else "also its name"
    if label.kind is LabelKind.DEPRECATED:
        return "which we never say"
    if label.kind is LabelKind.HIDDEN:
        return "a known slip"
    if label.kind is LabelKind.PREFERRED:
        return ""
    return _former(entry, label, view)


def _former(entry: Entry, label: Label, view: View) -> str:
    if standing(entry, label, view.as_of) is Standing.RIGHT:
        return "the name for now" if view.inside else ""
    if label.until is None:
        return "an old name"
    reason = f" ({label.why.rstrip('.')})" if label.why and view.inside else ""
    return f"the old name until {in_words.day(label.until, view.as_of.year)}{reason}"


def _words(match: Match) -> str:
    words = in_words.quoted(match.words)
    said = f"the word {words}" if len(match.words) == 1 else f"the words {words}"
    return f"{said} ({_off(match.distance)})" if match.distance else said


def _off(letters: int) -> str:
    if letters >= len(_NUMBERS):
        return "nearly"
    return f"{_NUMBERS[letters]} letter{'' if letters == 1 else 's'} off"
