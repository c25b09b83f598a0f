"""Batches of claims: what their tables are called and hold, where they lie, and how other people's columns read."""
