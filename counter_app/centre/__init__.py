"""The centre's PostgreSQL: schema, roles, enrolment, projection worker, administration."""
