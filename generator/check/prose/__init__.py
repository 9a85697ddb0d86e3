"""Checks of what a report says: rules from the tree to findings, whoever wrote the report."""
