"""The threads page: list and transcript."""
