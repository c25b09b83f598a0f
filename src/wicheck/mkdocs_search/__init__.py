"""Search in a static site that finds Chinese words, served and from a folder: an index of sections and a dialog."""
