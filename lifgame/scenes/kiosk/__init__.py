"""The screens of an unattended exhibit: attract, the question, the places for staff."""
