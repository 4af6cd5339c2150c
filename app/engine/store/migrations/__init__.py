"""Numbered schema changes (Alembic)."""
