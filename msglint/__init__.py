"""msglint keeps what a company says true to what it decided."""

__version__ = "0.1.0"
