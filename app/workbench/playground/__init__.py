"""Lanes: one prompt, several APIs, one vocabulary of events."""
