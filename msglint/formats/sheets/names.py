"""How cells are called: columns by letters, sheets with quotes where formulas want them."""

from msglint.lazy_pattern import lazy_pattern

_PLAIN = lazy_pattern(r"[^\W\d]\w*")


def called(sheet: str) -> str:
    """A sheet's name as it stands before a cell's address: Sheet1, 'Price list'."""
    return sheet if _PLAIN.fullmatch(sheet) else "'{}'".format(sheet.replace("'", "''"))


def letters(column: int) -> str:
    """The letters of a column, counted from 1."""
    found = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        found = chr(65 + rest) + found
    return found


def column(letters: str) -> int:
    """The number of a column, from 1."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
