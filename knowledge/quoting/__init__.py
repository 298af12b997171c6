"""Answering with the very words of an article, where no fact answers."""
