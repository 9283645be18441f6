"""What happened: contacts, family meetings, and drafts of what is being written."""
