"""Engines run the queries of billing rules over batches of claims, behind one small interface."""
