"""The schemas themselves, read as what they promise a clerk and a reader of the code."""
