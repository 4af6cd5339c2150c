"""One module for each way in which a function call is answered. All have :class:`app.workbench.tools.specs.Handler`'s shape."""
