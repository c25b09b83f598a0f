"""The published criteria: pages made of packs, schemas, check kinds and facts, whatever program builds the site."""

MORE_POLICIES = "WICHECK_POLICIES"
"""Further folders of packs for a build, in its environment, as paths are listed there."""
ONLY_PACKS = "WICHECK_PACKS"
"""The packs that a build publishes, in its environment, with commas between them; all where it is not set."""
