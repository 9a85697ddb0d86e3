"""A table of units × facts (units in rows, facts in columns): how it is read, what it says of each unit, and an empty one to fill in."""
