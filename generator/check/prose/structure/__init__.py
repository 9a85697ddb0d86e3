"""Rules of structure: numbers of parts, points, heads and what they promise."""
