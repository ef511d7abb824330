"""Binders: mentions -> Statements: whose is this amount, who speaks here, what does this sentence define.

A binder module holds

    def bind(document: Document, mentions: Sequence[Mention], glossary: Glossary) -> Iterator[Statement]
"""
