"""Last year's report as what it says: blocks, points, statements and their values; and from it the facts file of this year."""
