"""From files to dossiers: schemas, canonical data, validation and references. Begin with ``load``."""
