"""How fast msglint is, beside what one would use instead: `python -m tests.bench` prints a table of ratios.

Everything is made up here (corpora.py) and measured as whole processes, turn by turn in one run, so that what else the
machine does falls on all alike. Each module of parts/ measures one goal or a few; nobody keeps a list of them.
"""
