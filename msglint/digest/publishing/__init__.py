"""The glossary as a page for people without a terminal: every entry, searchable, linked, printable."""
