"""The glossary in other people's programs: spreadsheets, term bases, JSON; there and back.

written    Entry -> the fields of the glossary's format that say it
incoming   fields that remember where they stand -> the glossary they make
tables     sheets of cells <-> fields
formats    one file format, one module: SUFFIXES, write(glossary) and read(source); template() where there is one
capitals   capitals that say nothing: whole columns of them
merging    what came in beside what is there: what is new, what differs, what is in the way
"""
