"""The window of names and exceptions: what the house has decided for good."""
