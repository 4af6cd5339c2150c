"""Texts to vectors: by the built-in model on this computer, or by a service's ``/v1/embeddings``."""
