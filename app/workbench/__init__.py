"""What a person can do, without Qt: assistants, threads, knowledge, lanes, tests, versions."""
