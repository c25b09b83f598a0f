"""The engine for batches too large for one machine: DuckDB reads and adds up, Spark answers the queries."""
