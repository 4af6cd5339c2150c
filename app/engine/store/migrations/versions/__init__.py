"""Revisions, one module each."""
