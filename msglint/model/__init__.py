"""All nouns that travel between stages: frozen dataclasses, standard library only."""
