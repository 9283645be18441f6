"""What is written down about a family: frozen records, enums. No files, clock or sentences."""
