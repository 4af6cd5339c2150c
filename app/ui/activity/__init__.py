"""The page “Activity”."""
