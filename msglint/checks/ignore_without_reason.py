"""GLO805: comments that silence findings and say not why; the engine makes them, with the idle ones."""

SCOPE = "engine"
FIELDS = ("problem",)
"""What the rule's message may hold besides the fields of every finding."""
