"""Zip packages of XML."""
