"""Assistant Workbench: build, test and compare AI assistants."""

__version__ = "0.1.0"
