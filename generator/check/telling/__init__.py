"""Remarks in the forms that they are written in: for a terminal, for programs, to print."""
