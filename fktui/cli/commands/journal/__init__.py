"""What happened: contacts and family meetings."""
