"""The playground page: lanes, composer, metrics."""
