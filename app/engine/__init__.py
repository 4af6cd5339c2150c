"""The engine: a local server that speaks the Assistants API v2 over any model. No Qt."""
