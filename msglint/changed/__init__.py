"""Changed lines: what git says is new in a file, and what an old version of it held."""
