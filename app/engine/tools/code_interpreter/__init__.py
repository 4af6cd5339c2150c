"""The code interpreter in the engine: the tool for runs, and what the interpreter's own routes work with.

``service`` is the way in: it keeps the sessions of :mod:`app.interpreter`, one for each thread or conversation, brings
files in and out as files of the API (``files``), and runs cells (``cells``). ``tool`` is the tool that runs offer to
models, with its wording in ``words``; ``arguments`` reads what models write, ``links`` finds what they link to.
"""
