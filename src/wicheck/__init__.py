"""wicheck: the rules for work-injury insurance institutions, as checks."""

__version__ = "0.1.0"
