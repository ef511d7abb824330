"""Is there anything in these bytes that any finder or check could care about? Most documents end here, unread."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from msglint import registry
from msglint.glossary.lexicon import Lexicon
from msglint.lazy_pattern import lazy_pattern
from msglint.matching.screening import NameScreen
from msglint.model.document import Document, Role
from msglint.model.glossary import Glossary
from msglint.model.judgement import Rule
from msglint.readers import Source
from msglint.text import words
from msglint.text.blocks import Block, skim_of
from msglint.text.skim import LINE, Skim
from msglint.triggers import Trigger

_OURS = b"msglint"
"""Whoever writes that speaks to msglint: in a comment or in front matter."""
_SMALL = 4
"""A text of which blocks of more than a fourth may matter is read: to judge these by themselves would save little."""
_TERMS = lazy_pattern(r"<[dD][dtDT]\b")


class Need(Struct, frozen=True):
    """What a document needs to be judged.

    finders  the names of those that may find something
    blocks   the only ones of its text in which anything may be, where that can be told
    """

    finders: frozenset[str]
    blocks: Collection[str] | None = None


class Screen:
    """What the documents of a run are screened for: names, and the triggers of the rules that are active."""

    def __init__(self, glossary: Glossary, lexicon: Lexicon, rules: Mapping[str, Rule]) -> None:
        self._glossary, self._lexicon = glossary, lexicon
        self._rules = rules

    def __reduce__(self) -> tuple[type["Screen"], tuple[object, ...]]:
        """Another process makes its own of the same: what was learnt here is not sent along."""
        return Screen, (self._glossary, self._lexicon, self._rules)

    def prepare(self) -> None:
        """Make what screening needs: processes that are forked afterwards have it, and need not each make it."""
        words.load()
        if skim := self.skimmed(Source("nothing.md", b"Nothing is said here.\n"), "md"):
            self.need(skim)

    def skimmed(self, source: Source, format: str | None) -> Skim | None:
        """The words of a file, as it was not read; None where only reading it can tell. Raises ReadError."""
        skim = getattr(registry.load("msglint.readers", format or "txt"), "skim", None)
        if skim is None or not source.data or _OURS in source.data.lower():
            return None
        found: Skim | None = skim(source)
        return found if found and found.prose else None

    def skimmed_as_read(self, source: Source, document: Document) -> Skim | None:
        """The words of a file that had to be read; None where more than these is to be judged."""
        if document.unchecked or "slips" in document.metadata or _OURS in source.data.lower():
            return None
        skim = _skim_of(document)
        said = (skim.text, *document.texts.values())
        speaks = any(_OURS.decode() in text.casefold() for text in said)
        return None if speaks or not skim.text.strip() else skim

    def need(self, skim: Skim) -> Need | None:
        """What a text needs: all finders where a name may be in it, else those of its triggers; None: nothing."""
        skim = replace(skim, cues=self._cues)
        if self._names.may_hold_a_name(skim):
            return Need(frozenset(registry.names("msglint.finders")))
        called = [(names, places) for names, calls in self._triggers if (places := tuple(calls(skim)))]
        finders = frozenset(name for names, _ in called for name in names)
        return Need(finders, _blocks(skim, chain.from_iterable(places for _, places in called))) if called else None

    def finders_of(self, document: Document) -> frozenset[str]:
        """The names of the finders that a document needs which was read."""
        need = self.need(_skim_of(document))
        return need.finders if need else frozenset()

    @cached_property
    def _names(self) -> NameScreen:
        return NameScreen(self._lexicon)

    @cached_property
    def _triggers(self) -> Sequence[tuple[tuple[str, ...], Trigger]]:
        """Each trigger of a rule that is active, after its finders."""
        made = []
        for module in registry.load_all("msglint.triggers"):
            active = tuple(rule for rule in self._rules.values() if rule.check in module.CHECKS)
            if active and (trigger := module.trigger(active, self._glossary)):
                made.append((module.FINDERS, trigger))
        return made

    @cached_property
    def _cues(self) -> frozenset[bytes]:
        """All the words that any trigger asks for."""
        asked = (
            module.cues(self._glossary) for module in registry.load_all("msglint.triggers") if hasattr(module, "cues")
        )
        return frozenset().union(*asked)


def _blocks(skim: Skim, places: Iterable[int | None]) -> Collection[str] | None:
    """The blocks at those places; None where it is not these alone, or they are no small part of the text."""
    found: dict[str, None] = {}
    left = len(skim.text) // _SMALL if skim.parted else 0
    for place in places:
        block = skim.text if place is None else skim.block_at(place)
        left -= len(block) if block not in found else 0
        if left < 0 or LINE in block:  # there may be several in it
            return None
        found[block] = None
    return found


def _skim_of(document: Document) -> Skim:
    """The words of a document that was read."""
    return skim_of(
        [
            Block(
                segment.text,
                title=segment.role in (Role.TITLE, Role.SUBJECT),
                item=segment.role is Role.ITEM,
                row=segment.group if segment.role is Role.CELL else None,
            )
            for segment in document.segments
        ],
        tables=any(segment.role is Role.CELL for segment in document.segments),
        terms=any(_TERMS.search(text) for text in document.texts.values()),
    )
