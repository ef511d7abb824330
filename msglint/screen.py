"""Is there anything in these bytes that any finder or check could care about? Most documents end here, unread."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from msgspec.structs import replace

from msglint import registry
from msglint.glossary.lexicon import Lexicon
from msglint.lazy_pattern import lazy_pattern
from msglint.matching.screening import NameScreen
from msglint.model.document import Document, Role
from msglint.model.glossary import Glossary
from msglint.model.judgement import Rule
from msglint.readers import Source
from msglint.text.blocks import Block, skim_of
from msglint.text.skim import Skim
from msglint.triggers import Trigger

_OURS = b"msglint"
"""Whoever writes that speaks to msglint: in a comment or in front matter."""
_TERMS = lazy_pattern(r"<[dD][dtDT]\b")


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
        if skim := self.skimmed(Source("nothing.md", b"Nothing is said here.\n"), "md"):
            self.finders(skim)

    def skimmed(self, source: Source, format: str | None) -> Skim | None:
        """The words of a file, as it was not read; None where only reading it can tell. Raises ReadError."""
        skim = getattr(registry.load("msglint.readers", format or "txt"), "skim", None)
        if skim is None or not source.data or _OURS in source.data.lower():
            return None
        found: Skim | None = skim(source)
        return found if found and found.prose else None

    def finders(self, skim: Skim) -> frozenset[str] | None:
        """The names of the finders that a text needs: all where a name may be in it, else those of its triggers.

        None where nothing in it can matter.
        """
        skim = replace(skim, cues=self._cues)
        if self._names.may_hold_a_name(skim):
            return frozenset(registry.names("msglint.finders"))
        called = [names for names, calls in self._triggers if calls(skim)]
        return frozenset(name for names in called for name in names) if called else None

    def finders_of(self, document: Document) -> frozenset[str]:
        """The same for a document that was read."""
        return self.finders(_skim_of(document)) or frozenset()

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
