"""The tables, one SQLAlchemy metadata for SQLite and PostgreSQL."""
