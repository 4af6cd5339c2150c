"""The connections page: services, keys, models."""
