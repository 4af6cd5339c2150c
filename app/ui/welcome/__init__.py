"""The first minutes: the welcome, and the guide to the APIs."""
