"""Assistant Workbench: build, test and compare AI assistants."""
