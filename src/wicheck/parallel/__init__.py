"""A check shared between processes: each reads and judges its part of the files, the findings stay where they are."""
