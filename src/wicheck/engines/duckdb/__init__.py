"""DuckDB in one child process, over files, locked down: only ``child`` and what it imports know duckdb."""
