"""Pieces of the bench that Play and the Lab share."""
