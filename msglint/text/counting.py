"""How many of something, in words."""


def counted(count: int, noun: str) -> str:
    """ "no files", "1 file", "2,000 files": for nouns that only add an s."""
    return f"{_number(count)} {noun}{'' if count == 1 else 's'}"


def entries_counted(count: int) -> str:
    """ "no entries", "1 entry", "2,000 entries"."""
    return f"{_number(count)} entr{'y' if count == 1 else 'ies'}"


def _number(count: int) -> str:
    """ "no", "1", "2,000"."""
    return f"{count:,}" if count else "no"
