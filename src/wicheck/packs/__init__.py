"""Policy packs: found, read, validated, and bound for a date."""
