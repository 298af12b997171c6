"""The store: one SQLite file with the knowledge, its history, and the known world of places.

`reader` reads with the standard library alone, so that a question from the shell
need not wait for the tools of writing; `schema` and `writer` use sqlite-utils.
"""
