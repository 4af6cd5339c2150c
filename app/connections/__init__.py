"""Ways to a model service: profiles, keys in the OS keyring, SDK clients."""
