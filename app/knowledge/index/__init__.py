"""Where chunks, words and vectors are kept and found again: one small interface, several keepers."""
