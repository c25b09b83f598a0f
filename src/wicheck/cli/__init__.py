"""The command line: one module per verb. Nothing here decides anything."""
