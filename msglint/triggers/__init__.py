"""Triggers: what in a text calls for reading it although no name of the glossary is said there.

A trigger module holds

    CHECKS: tuple[str, ...]     the checks that may find something where no name is said
    FINDERS: tuple[str, ...]    the finders that these checks then need
    def trigger(rules: Sequence[Rule], glossary: Glossary) -> Trigger | None
    def cues(glossary: Glossary) -> frozenset[bytes]        optional: the words that it asks Skim.words for; no others
                                                            are ever in there

and is asked with the active rules of these checks, where there are any; None: nothing needs to be looked for. A trigger
is a superset: whatever the checks would find in a document without names, it is told of the document's Skim. It imports
little, since most runs find nothing. Other checks judge only what is bound to a name.
"""

from collections.abc import Callable, Iterable

from msglint.text.skim import Skim

Trigger = Callable[[Skim], Iterable[int | None]]
"""Where in a skim's text something calls for reading it, once a block at least; None: no one block does by itself."""
