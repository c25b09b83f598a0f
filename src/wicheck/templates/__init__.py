"""Empty documents to fill in: what the rules of regions read, in the schema's order, with what to write beside it."""
