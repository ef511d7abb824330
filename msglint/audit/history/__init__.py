"""What audits came to over time, in one SQLite file: what is new, what was mended, what came back.

file    how the file is opened and checked
scope   what audits have in common that can be compared
record  an Audit -> rows
trend   rows -> the trend of a scope
charts  a trend as the page draws it
"""
