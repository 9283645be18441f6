"""Any kind of record: the usecases that add, change and end it, in one table."""
