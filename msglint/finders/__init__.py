"""Finders: segments -> Mentions. They locate; they judge nothing and know no rules.

A finder module holds

    def find(document: Document, lexicon: Lexicon, circumstances: Circumstances) -> Iterator[Mention]
"""
