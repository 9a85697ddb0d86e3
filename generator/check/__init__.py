"""Checks: rules from a Word file, however it was made, to located problems."""
