"""Explanations of rules, clauses, check kinds and facts, under fixed headings, for screens and for the site."""
