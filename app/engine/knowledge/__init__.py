"""The engine's side of knowledge: the door to the room that reads and searches files, and what the API adds to it.

::

    door               opened at first use; carries out what the routes committed, recovers, tidies
    embedding_models   which models can embed, the built-in one and the connections'
    searching          a search in the API's shape
    wire               stores, files, batches and results as the API shows them
"""
