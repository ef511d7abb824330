"""Sheets of cells <-> fields of the glossary's format, whatever file they are kept in.

columns     every column there is: its header, the key it holds, what may stand in it
sheet       cells as they come from a file
headers     the row of a sheet that names its columns
values      a cell -> the text of the glossary's format: days, amounts, lists
gathering   rows of sheets -> entries
succession  prices that follow each other
laying_out  entries -> rows of sheets
"""
