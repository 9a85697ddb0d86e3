"""Rules of figures: numbers, sums, parts, rates, dates."""
