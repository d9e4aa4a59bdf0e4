"""One module a concern; functions over frozen passages that yield findings."""
