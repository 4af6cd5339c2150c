"""The inspector: steps, requests and responses of a run."""
