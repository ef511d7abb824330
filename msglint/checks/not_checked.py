"""READ002: a part of a document without text to check (a scanned page). The engine makes these findings."""

SCOPE = "engine"
FIELDS = ("reason",)
"""What the rule's message may hold besides the fields of every finding."""
