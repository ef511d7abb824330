"""The command line: one command, one module; the only place that prints or exits."""
