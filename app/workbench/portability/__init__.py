"""Bundles, code export and migration."""
