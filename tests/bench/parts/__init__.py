"""The parts of the benchmark, a module each.

It holds `measured(bench: Bench) -> Iterator[Row]`; the first line of its docstring is its title in the table.
"""
