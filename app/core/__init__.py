"""The ground that everything stands on: entities, errors, run events, paths, settings, logging. No Qt, no network."""
