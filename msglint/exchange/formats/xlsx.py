"""Workbooks: a sheet for entries, one each for their names, prices, facts and sign-offs, and one of settings."""

from msglint.exchange.incoming import Incoming
from msglint.exchange.passing import Arriving, Export
from msglint.exchange.reading import read_sheets
from msglint.model.glossary import Glossary


def write(glossary: Glossary) -> Export:
    """Raises ConfigError where a text is longer than a cell can hold."""
    from msglint.exchange.workbooks.writing import workbook_of

    return Export(workbook_of(glossary))


def template() -> bytes:
    """The sheets without entries, their columns explained, with lists to choose from."""
    from msglint.exchange.workbooks.writing import empty_workbook

    return empty_workbook()


def read(arriving: Arriving) -> Incoming:
    """Raises GlossaryError and ReadError."""
    from msglint.exchange.workbooks.opening import sheets_of

    return read_sheets(arriving, sheets_of(arriving.path, arriving.data))
