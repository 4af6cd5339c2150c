"""Local models: their server (a child process) and their files."""
