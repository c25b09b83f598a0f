"""Check kinds of the sample plugin."""
