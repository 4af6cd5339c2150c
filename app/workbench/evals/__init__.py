"""Datasets, assertions, judge and statistics of the page Tests."""
