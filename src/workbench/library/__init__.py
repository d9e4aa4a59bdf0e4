"""The database: opening, migrating, backing up, and the verbs of each noun."""
