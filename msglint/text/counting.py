"""How many of something, in words."""


def counted(count: int, noun: str) -> str:
    """ "no files", "1 file", "2 files": for nouns that only add an s."""
    return f"{count or 'no'} {noun}{'' if count == 1 else 's'}"


def entries_counted(count: int) -> str:
    """ "no entries", "1 entry", "2 entries"."""
    return f"{count or 'no'} entr{'y' if count == 1 else 'ies'}"
