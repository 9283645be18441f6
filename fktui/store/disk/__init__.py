"""Bytes on the disk: names that are allowed, reading a folder, writing whole or not at all."""
