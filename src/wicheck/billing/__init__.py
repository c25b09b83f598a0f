"""Billing: batches of claims, the queries that packs ask of them, and the engine that answers."""
