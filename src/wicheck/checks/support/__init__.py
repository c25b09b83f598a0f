"""What several check kinds share. A kind is a module of ``wicheck.checks`` itself."""
