"""Tables that people write: workbooks and CSV files, cell by cell, and what it takes to read them."""
