"""Formatters: Report -> text. One output format, one module; they know the report, not the terminal.

A formatter module holds

    def render(report: Report, color: bool = False, width: int = 100) -> str
"""
