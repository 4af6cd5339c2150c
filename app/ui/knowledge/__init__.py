"""The page “Knowledge” and what other pages show of documents: viewer, passages, choosing stores."""
