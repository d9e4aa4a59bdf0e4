"""The nouns: mapped classes and frozen values; no sessions, files or Qt."""
