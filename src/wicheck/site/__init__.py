"""The published criteria: pages made of packs, schemas, check kinds and facts, whatever program builds the site."""
