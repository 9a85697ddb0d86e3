"""Fit: what a phrase may say, and beside what. Mining writes with it, drafting reads with it, lint and ``--why`` explain with it."""
