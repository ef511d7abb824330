"""Drawings and layouts."""
