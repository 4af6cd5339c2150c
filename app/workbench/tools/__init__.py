"""Function handlers that answer a model's function calls."""
