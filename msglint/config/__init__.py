"""Settings: msglint.yaml or [tool.msglint] in pyproject.toml, read, validated and frozen."""
