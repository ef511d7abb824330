"""All nouns that travel between stages, as frozen Structs.

A dataclass takes 0.3 ms to define, forty times as long, and there are hundreds: a short run would do little else.
"""
