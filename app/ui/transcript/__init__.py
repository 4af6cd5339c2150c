"""The transcript: virtual list of message cards and the streaming writer."""
