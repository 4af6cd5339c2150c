"""What answers functions, and the tools of lanes."""
