"""A library on a PostgreSQL server: signing in, its guards, announcements between programs, presence."""
