"""Tools that the engine runs by itself (see :mod:`app.engine.runs.tools` for what they have to be)."""
