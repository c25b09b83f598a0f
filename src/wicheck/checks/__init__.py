"""Check kinds: one module per way of deciding. A module's docstring is its documentation page."""
