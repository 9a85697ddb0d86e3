"""Rules of prose."""
