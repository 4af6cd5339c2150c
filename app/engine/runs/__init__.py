"""The run loop: context, model, tools, steps, events, recovery."""
