"""The parts of a SARIF log: its rules and its results."""
