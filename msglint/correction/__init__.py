"""Correcting documents: findings' edits are carried out, and the result is read and judged again before it is kept."""
