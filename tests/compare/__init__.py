"""msglint beside other tools, on the same sentences: `python -m tests.compare` prints the table of docs/comparison.md.

The others are run where they are installed (docs/comparison.md says how), each taught what it can be taught: configs/.
"""
