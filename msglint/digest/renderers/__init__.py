"""Renderers: a page -> text. One output format, one module; nobody keeps a list.

A renderer module holds

    def render(page: Page, *, color: bool, width: int) -> str      width in columns of a terminal

and may hold ENCODING, where its files want another one than UTF-8.
"""
