"""How a correction is carried out, whatever the format: an edit of a segment becomes splices of its source.

Fixers (one format each) spell what is spliced in; nothing is parsed and written out again, so every other byte stays.
"""
