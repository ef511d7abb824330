"""File formats, one module each, by the name that `--format` and the files' suffix have for them.

A module has

    write(glossary)     -> Export
    read(arriving)      -> Incoming; raises GlossaryError with all that is wrong, and ReadError
    template()          -> the bytes of an empty file to fill in; only where people fill in files of that format
"""
