"""The assistants page: list and form."""
