"""Places in which untrusted Python is kept: the Linux sandbox, and CPython as WebAssembly in a process of its own."""
