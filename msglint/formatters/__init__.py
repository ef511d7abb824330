"""Formatters: Report -> text. One output format, one module; they know the report, not the terminal.

A formatter module holds

    def render(report: Report, color: bool = False, width: int = 100) -> str
    SUFFIXES: tuple[str, ...] = ()    of files that are meant by it where nobody says more; ".<its name>" is implied
    BEGINNING: re.Pattern[bytes]      what its reports begin with, where a reader might take them for documents: no run
                                      judges an earlier one's report; matched against a file's first kilobyte,
                                      in which stands “msglint”, or in its first line the code of a rule or
                                      “fingerprint”
    ENCODING: str = "utf-8"           of files
    EXAMPLES: bool = False            whether the report's rules are to have their examples, which are slow to read

of which only the first is required. What several of them say alike is in msglint/reporting.
"""
