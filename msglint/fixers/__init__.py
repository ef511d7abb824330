"""Fixers: edits -> corrected bytes. One file format, one module; they do not know why an edit is made."""
