"""A check, a format and an engine of one office's own."""
