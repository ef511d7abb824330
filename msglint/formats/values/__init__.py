"""Data files: YAML, JSON, PO, CSV, front matter."""
