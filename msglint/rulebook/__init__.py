"""The rulebook: packs of rules (YAML) -> Rules, their examples and their proof; no check is judged here."""
