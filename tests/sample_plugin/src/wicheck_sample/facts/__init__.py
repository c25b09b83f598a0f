"""Facts of the sample plugin."""
