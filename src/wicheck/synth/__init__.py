"""Invented batches of claims: a hospital's month that offends against nothing, and what is planted into it."""
