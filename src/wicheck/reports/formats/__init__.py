"""One module per format; each exports one ``WRITER``. The module's name is the format's."""
