"""The counter's local SQLite: engine, migrations, questions (one module per area), backup."""
