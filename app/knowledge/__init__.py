"""Parse, chunk, embed, index, search."""
