"""Baselines: findings that were there when msglint came, and the file they are kept in."""
