"""Rules that hold a report against others: its facts, last year, older reports."""
