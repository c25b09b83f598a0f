"""Facts: derived quantities with provenance. One module per fact; its docstring is its documentation page."""
