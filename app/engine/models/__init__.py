"""Where a model name leads."""
