"""Two versions of an entry compared, field by field, in words. Where something is written makes no difference.

`differences.entries.differences` compares two entries, `differences.glossaries.compared` two glossaries.
"""
