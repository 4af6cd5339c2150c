"""What runs inside a sandbox: reads cells from its host, locks itself, runs them, sends back what they print and draw.

This package stands alone: standard library only, nothing of the rest of the program, because it is mounted by itself
into the sandbox. ``native`` is the Linux worker, ``cells`` runs code like a notebook does, ``lock`` closes the process.
Nothing here is trusted by the host: user code shares this process and may do to it what it likes.
"""
