"""What is asked about papers, consents, and what people say about the record themselves."""
