"""Silencing findings: comments with a reason are put into documents, and the result is read again before it is kept."""
