"""Proving packs: their examples are run as tests, and every clause and demand is accounted for."""
