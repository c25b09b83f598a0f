"""The HTML report: what it shows, its words, and the templates, styles and script beside them.

A chart is a view of figures made here and a macro that draws it; both are asked for by the template of a dossier.
"""
