"""Knowledge: files in, the right passages out, each with its place in the file.

::

    read       bytes of any supported type → text with places (page, line, heading), in a process that may be killed
    chunks     text → chunks of so many tokens, exact character spans
    embedding  windows of the chunks → vectors, by the built-in model or a service
    index      rows, words and vectors in one SQLite file (or PostgreSQL, or Qdrant)
    search     words and vectors fused to one score in 0 … 1
    service    stores, durable jobs, search: what the engine uses (start reading there)

The room knows nothing of the engine: it is handed folders, files and callables.
"""
