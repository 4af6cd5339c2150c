"""State and signals of the pages (QtCore only)."""
