"""The engine's database."""
