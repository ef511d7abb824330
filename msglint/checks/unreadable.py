"""READ001: a file nobody can read. The engine makes these findings, since there is no document to judge."""

SCOPE = "engine"
FIELDS = ("reason",)
"""What the rule's message may hold besides the fields of every finding."""
